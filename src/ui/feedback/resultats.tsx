'use client';
// What became of each thing of a batch: those that were refused first, each with its reason.
import { useT } from '../langue/use-t.tsx';
import { Alerte } from './alerte.tsx';

/** `phrase`: what was done, or why it was not. */
export type Resultat = { objet: string; fait: boolean; phrase: string };

export function Resultats({ resultats }: { resultats: readonly Resultat[] }) {
  const t = useT();
  const refuses = resultats.filter((r) => !r.fait);
  const faits = resultats.length - refuses.length;
  return (
    <Alerte ton={refuses.length ? 'warning' : 'success'} annoncer>
      <p>
        {refuses.length ? t('Faits : {faits}. Refusés : {refuses}.', { faits, refuses: refuses.length }) : t('Faits : {faits}.', { faits })}
      </p>
      <ul className="portail-resultats">
        {[...refuses, ...resultats.filter((r) => r.fait)].map(({ objet, fait, phrase }, rang) => (
          <li key={`${objet}-${String(rang)}`}>
            {objet} : {fait ? t('fait, {phrase}', { phrase: t(phrase) }) : t(phrase)}
          </li>
        ))}
      </ul>
    </Alerte>
  );
}
