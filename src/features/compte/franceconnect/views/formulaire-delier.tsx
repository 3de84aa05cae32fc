'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { delierFranceConnect } from '../actions.ts';

export function FormulaireDelier() {
  const t = useT();
  return (
    <Formulaire action={delierFranceConnect} initial={FORMULAIRE_VIDE}>
      {() => (
        <button type="submit" className="fr-btn fr-btn--secondary">
          {t('Retirer FranceConnect de ce compte')}
        </button>
      )}
    </Formulaire>
  );
}
