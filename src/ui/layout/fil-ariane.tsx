import { t } from '#ui/langue/t.ts';

export type Etage = { libelle: string; href: string };

/** "Vous êtes ici : Accueil > …" (S-009 to S-011). Visible on a phone too: the design system's own one folds with a script. */
export function FilAriane({ parents = [], actuelle }: { parents?: readonly Etage[]; actuelle: string }) {
  return (
    <nav className="fr-breadcrumb portail-fil" aria-label={t('vous êtes ici :')}>
      <span aria-hidden="true">{t('Vous êtes ici :')}</span>
      <ol className="fr-breadcrumb__list">
        {[{ libelle: t('Accueil'), href: '/' }, ...parents].map((e) => (
          <li key={e.href}>
            <a className="fr-breadcrumb__link" href={e.href}>
              {e.libelle}
            </a>
          </li>
        ))}
        <li>
          <span className="fr-breadcrumb__link" aria-current="page">
            {actuelle}
          </span>
        </li>
      </ol>
    </nav>
  );
}
