'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { creerCompte } from '../actions.ts';
import { ChampsAdresse } from './champs-adresse.tsx';

/** S-041 to S-043. */
export function FormulaireCreation({ retour }: { retour?: string }) {
  const t = useT();
  return (
    <Formulaire action={creerCompte} initial={FORMULAIRE_VIDE}>
      {(_etat, _enCours, champs) => (
        <>
          {retour ? <input type="hidden" name="retour" value={retour} /> : null}
          <ChampsAdresse
            champs={champs}
            aide={t('Exemple : prenom.nom@example.org. Elle sera votre identifiant : choisissez une adresse que vous consultez souvent.')}
          />
          <button type="submit" className="fr-btn">
            {t('Valider')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
