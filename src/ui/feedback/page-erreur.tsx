import type { ReactNode } from 'react';
import type { Traduire } from '#ui/langue/langues.ts';

/** `page`: where it happened, to fill the contact form with. */
type Props = { t: Traduire; titre: string; numero?: string; page?: string; code: string; children: ReactNode };

/** Body of an error page. The number is Next's digest: the same one is in the server's log. */
export function PageErreur({ t, titre, numero, page, code, children }: Props) {
  return (
    <div className="fr-container portail-page portail-page--texte">
      <h1>{titre}</h1>
      <p className="fr-text--sm">{t('Erreur {code}', { code })}</p>
      {children}
      {numero ? (
        <p>
          {t('Numéro de l’erreur, à donner si vous nous contactez :')} <strong className="portail-numero">{numero}</strong>
        </p>
      ) : null}
      <p className="portail-actions">
        <a className="fr-btn" href="/">
          {t('Retour à l’accueil')}
        </a>
        <a
          className="fr-btn fr-btn--secondary"
          href={numero ? `/contact?${new URLSearchParams({ erreur: numero, ...(page ? { page } : {}) })}` : '/contact'}
        >
          {t('Nous contacter')}
        </a>
      </p>
    </div>
  );
}
