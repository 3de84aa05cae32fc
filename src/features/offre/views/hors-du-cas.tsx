import { t } from '#ui/langue/t.ts';

/** The cases next to a procedure that it does not receive, and whom to write to. */
export function HorsDuCas({ cas = [], page }: { cas?: readonly string[]; page: string }) {
  if (cas.length === 0) return null;
  return (
    <>
      <p className="fr-text--bold fr-mb-1v">{t('Dans ces cas, écrivez d’abord au centre de contact :')}</p>
      <ul>
        {cas.map((phrase) => (
          <li key={phrase}>{t(phrase)}</li>
        ))}
      </ul>
      <p>
        <a className="fr-link" href={`/contact?page=${encodeURIComponent(page)}`}>
          {t('Écrire au centre de contact')}
        </a>
      </p>
    </>
  );
}
