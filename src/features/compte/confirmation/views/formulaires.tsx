'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { ChampsChoix } from '../../mot-de-passe/views/champs-choix.tsx';
import { confirmerAdresse, creerAvecMotDePasse } from '../actions.ts';

/** S-035. Nothing about the person is shown to who holds only the link. */
export function FormulaireMotDePasse({ jeton }: { jeton: string }) {
  const t = useT();
  return (
    <Formulaire action={creerAvecMotDePasse} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <input type="hidden" name="jeton" value={jeton} />
          <ChampsChoix erreurs={etat.erreurs} termes={[]} />
          <button type="submit" className="fr-btn">
            {t('Valider mon mot de passe')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

/** S-037. */
export function FormulaireConfirmation({ jeton }: { jeton: string }) {
  const t = useT();
  return (
    <Formulaire action={confirmerAdresse} initial={FORMULAIRE_VIDE}>
      {() => (
        <>
          <input type="hidden" name="jeton" value={jeton} />
          <button type="submit" className="fr-btn">
            {t('Confirmer mon adresse')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
