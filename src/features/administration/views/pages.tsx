// A log is read from its latest row, page after page.
import { t } from '#ui/langue/t.ts';

/** `debut`: address of the first page, when this is not it; `suite`: of the next one, when there is one. */
export function PagesDuJournal({ debut, suite }: { debut: string | null; suite: string | null }) {
  if (!debut && !suite) return null;
  return (
    <nav className="portail-actions" aria-label={t('Pages de la liste')}>
      {debut ? (
        <a className="fr-btn fr-btn--secondary" href={debut}>
          {t('Revenir au début')}
        </a>
      ) : null}
      {suite ? (
        <a className="fr-btn" href={suite}>
          {t('Page suivante')}
        </a>
      ) : null}
    </nav>
  );
}
