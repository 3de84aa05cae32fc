import { t } from '#ui/langue/t.ts';
import type { EntreeMenu, Marque } from './entete.tsx';

/** The footer (S-007), with the "Contact" button that floats at the bottom of the screen (S-008). */
export function Pied({ marque, liens, hrefContact }: { marque: Marque; liens: readonly EntreeMenu[]; hrefContact: string }) {
  return (
    <footer className="fr-footer" id="pied">
      <div className="fr-container">
        <div className="fr-footer__body">
          <div className="fr-footer__brand">
            <p className="portail-marque">{marque.officiel ? marque.ministere : marque.service}</p>
          </div>
          <div className="fr-footer__content">
            <p className="fr-footer__content-desc">
              {marque.officiel
                ? marque.direction
                : t('Démonstration, service non officiel. Le site de l’administration est « Étrangers en France ».')}
            </p>
          </div>
        </div>
        <div className="fr-footer__bottom">
          <ul className="fr-footer__bottom-list">
            {liens.map((l) => (
              <li className="fr-footer__bottom-item" key={l.href}>
                <a className="fr-footer__bottom-link" href={l.href}>
                  {l.libelle}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <a className="fr-btn fr-btn--sm portail-contact" href={hrefContact}>
        {t('Contact')}
      </a>
    </footer>
  );
}
