'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { choisirConsentement } from '../actions.ts';

/** One button: the other state. The value travels with the page, so that a page left open never undoes what was chosen since. */
export function FormulaireConsentement({ estActif }: { estActif: boolean }) {
  const t = useT();
  return (
    <Formulaire action={choisirConsentement} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <input type="hidden" name="accepte" value={estActif ? 'non' : 'oui'} />
          <button className={estActif ? 'fr-btn fr-btn--secondary' : 'fr-btn'} type="submit" disabled={enCours}>
            {estActif ? t('Retirer mon accord') : t('Donner mon accord')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
