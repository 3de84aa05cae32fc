'use client';
// What became of each dossier of a batch: those that were refused first, each with its reason.
import type { EtatFormulaire } from '#guard/formulaire.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { useT } from '#ui/langue/use-t.tsx';

export function ResultatsDuLot({ resultats }: { resultats: NonNullable<EtatFormulaire['resultats']> }) {
  const t = useT();
  const refuses = resultats.filter((r) => !r.fait);
  const faits = resultats.length - refuses.length;
  return (
    <Alerte ton={refuses.length ? 'warning' : 'success'} annoncer>
      <p>
        {refuses.length ? t('Faits : {faits}. Refusés : {refuses}.', { faits, refuses: refuses.length }) : t('Faits : {faits}.', { faits })}
      </p>
      <ul className="agent-resultats">
        {[...refuses, ...resultats.filter((r) => r.fait)].map(({ objet, fait, phrase }, rang) => (
          <li key={`${objet}-${String(rang)}`}>
            {objet} : {fait ? t('fait, {phrase}', { phrase: t(phrase) }) : t(phrase)}
          </li>
        ))}
      </ul>
    </Alerte>
  );
}
