import { t } from '#ui/langue/t.ts';

/** Said beside everything that the portal does not allow: how to say that it is wrong. */
export function Contester({ page }: { page: string }) {
  return (
    <p className="fr-text--sm">
      {t('Ce n’est pas exact, ou votre situation est particulière ?')}{' '}
      <a href={`/contact?page=${encodeURIComponent(page)}`}>{t('Contestez en écrivant au centre de contact')}</a>.
    </p>
  );
}
