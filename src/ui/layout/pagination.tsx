import { t } from '#ui/langue/t.ts';

type Props = {
  page: number;
  pages: number;
  /** chosen by the reader; absent: the list has one size, and no bar when it fits on one page */
  parPage?: number;
  choixParPage?: readonly number[];
  /** Address of a page of results. */
  href: (page: number, parPage: number) => string;
  /** Distinguishes the two bars of a same list (above, below). */
  nom: string;
};

/** "Résultats par page : 10", "1 sur 1", previous and next (S-160). Links only: works without scripts. */
export function Pagination({ page, pages, parPage: choisie, choixParPage = [10, 25, 50], href, nom }: Props) {
  if (choisie === undefined && pages < 2) return null;
  const parPage = choisie ?? 0;
  const precedente = page > 1 ? href(page - 1, parPage) : undefined;
  const suivante = page < pages ? href(page + 1, parPage) : undefined;
  return (
    <nav className="portail-pagination" aria-label={nom}>
      {choisie === undefined ? null : (
        <div className="portail-pagination__taille">
          <span>{t('Résultats par page :')}</span>
          <ul>
            {choixParPage.map((n) => (
              <li key={n}>
                {n === parPage ? (
                  <strong aria-current="true">{n}</strong>
                ) : (
                  <a className="fr-link" href={href(1, n)}>
                    {n}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul className="fr-pagination__list">
        <li>
          <a
            className="fr-pagination__link fr-pagination__link--prev"
            href={precedente}
            aria-disabled={precedente ? undefined : true}
            role={precedente ? undefined : 'link'}
          >
            {t('Page précédente')}
          </a>
        </li>
        <li aria-current="page">{t('{page} sur {pages}', { page, pages })}</li>
        <li>
          <a
            className="fr-pagination__link fr-pagination__link--next"
            href={suivante}
            aria-disabled={suivante ? undefined : true}
            role={suivante ? undefined : 'link'}
          >
            {t('Page suivante')}
          </a>
        </li>
      </ul>
    </nav>
  );
}
