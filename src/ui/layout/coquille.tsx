// What surrounds every page: skip links, the demonstration notice (D-20), header, main, footer, floating contact button.
import type { ReactNode } from 'react';
import { Notice } from '#ui/feedback/notice.tsx';
import { t } from '#ui/langue/t.ts';
import { Entete, type EntreeMenu, type Marque } from './entete.tsx';
import { Pied } from './pied.tsx';

type Props = {
  marque: Marque;
  entrees: readonly EntreeMenu[];
  outils: readonly EntreeMenu[];
  liensPied: readonly EntreeMenu[];
  hrefContact: string;
  compte?: ReactNode;
  children: ReactNode;
};

export function Coquille({ marque, entrees, outils, liensPied, hrefContact, compte, children }: Props) {
  return (
    <>
      <div className="fr-skiplinks">
        <nav className="fr-container" aria-label={t('Accès rapide')}>
          <ul className="fr-skiplinks__list">
            <li>
              <a className="fr-link" href="#contenu">
                {t('Contenu')}
              </a>
            </li>
            <li>
              <a className="fr-link" href="#entete">
                {t('Menu')}
              </a>
            </li>
            <li>
              <a className="fr-link" href="#pied">
                {t('Pied de page')}
              </a>
            </li>
          </ul>
        </nav>
      </div>
      {marque.officiel ? null : (
        <Notice ton="warning" titre={t('Démonstration, service non officiel')}>
          {t('Aucune demande déposée ici n’est transmise à l’administration. N’y mettez pas de documents réels.')}
        </Notice>
      )}
      <Entete marque={marque} entrees={entrees} outils={outils} compte={compte} />
      <main id="contenu" tabIndex={-1} className="portail-contenu">
        {children}
      </main>
      <Pied marque={marque} liens={liensPied} hrefContact={hrefContact} />
    </>
  );
}
