'use client';
import { useT } from '#ui/langue/use-t.tsx';
import { fairePrendreEnCharge } from '../actions.ts';
import { type DossierAffiche, FormulaireAgent } from './formulaire.tsx';

export function PrendreEnCharge({ dossier }: { dossier: DossierAffiche }) {
  const t = useT();
  return (
    <FormulaireAgent action={fairePrendreEnCharge} dossier={dossier} bouton={t('Prendre en charge')}>
      {() => null}
    </FormulaireAgent>
  );
}
