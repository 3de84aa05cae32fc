// What was written in place of what: words added and words removed, for the eye and for a screen reader.
import { diffWordsWithSpace } from 'diff';
import { t } from '#ui/langue/t.ts';

const mots = new Intl.Segmenter('fr', { granularity: 'word' });

export function Difference({ avant, apres }: { avant: string; apres: string }) {
  return (
    <p className="agent-lettre">
      {diffWordsWithSpace(avant, apres, { intlSegmenter: mots }).map(({ value, added, removed }, i) => {
        const cle = String(i);
        if (added)
          return (
            <ins key={cle}>
              <span className="fr-sr-only">{t('début d’ajout')} </span>
              {value}
              <span className="fr-sr-only"> {t('fin d’ajout')}</span>
            </ins>
          );
        if (removed)
          return (
            <del key={cle}>
              <span className="fr-sr-only">{t('début de suppression')} </span>
              {value}
              <span className="fr-sr-only"> {t('fin de suppression')}</span>
            </del>
          );
        return <span key={cle}>{value}</span>;
      })}
    </p>
  );
}
