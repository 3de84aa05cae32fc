'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { ChampsAdresse } from '../../creation/views/champs-adresse.tsx';
import { declarerTitre, donnerAdresse } from '../actions.ts';
import { ChampsTitre } from './champs-titre.tsx';

/** S-027 to S-030. */
export function FormulaireTitre({ retour }: { retour?: string }) {
  const t = useT();
  return (
    <Formulaire action={declarerTitre} initial={FORMULAIRE_VIDE}>
      {(_etat, _enCours, champs) => (
        <>
          {retour ? <input type="hidden" name="retour" value={retour} /> : null}
          <p className="fr-text--sm">{t('Les champs marqués d’un * sont obligatoires')}</p>
          <ChampsTitre champs={champs} />
          <button type="submit" className="fr-btn">
            {t('Créer un compte')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

/** S-032. */
export function FormulaireAdresse({ preuve }: { preuve: string }) {
  const t = useT();
  return (
    <Formulaire action={donnerAdresse} initial={FORMULAIRE_VIDE}>
      {(_etat, _enCours, champs) => (
        <>
          <input type="hidden" name="preuve" value={preuve} />
          <ChampsAdresse
            champs={champs}
            aide={t('Exemple : prenom.nom@example.org. Choisissez une adresse que vous consultez souvent : nous y écrirons.')}
          />
          <button type="submit" className="fr-btn">
            {t('Valider')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
