'use client';
// What surrounds every page: skip links, the demonstration notice (D-20), header, main, footer, floating contact button.
// A component of the browser, though nothing moves in it: its texts then travel as the short lists they are made of, not a second time
// as HTML beside the page.
import type { ReactNode } from 'react';
import type { Traduire } from '#ui/langue/langues.ts';
import { useT } from '#ui/langue/use-t.tsx';
import { Entete, type EntreeMenu, type Marque } from './entete.tsx';
import { type Html, html } from './html.ts';
import { Pied } from './pied.tsx';

type Props = {
  langue: string;
  marque: Marque;
  entrees: readonly EntreeMenu[];
  outils: readonly EntreeMenu[];
  liensPied: readonly EntreeMenu[];
  hrefContact: string;
  compte?: ReactNode;
  children: ReactNode;
};

function accesRapide(t: Traduire): Html {
  const liens = [
    { href: '#contenu', libelle: t('Contenu') },
    { href: '#entete', libelle: t('Menu') },
    { href: '#pied', libelle: t('Pied de page') },
  ].map((l) => html`<li><a class="fr-link" href="${l.href}">${l.libelle}</a></li>`);
  return html`<nav class="fr-container" aria-label="${t('Accès rapide')}"><ul class="fr-skiplinks__list">${liens}</ul></nav>`;
}

function annonceDemonstration(t: Traduire): Html {
  return html`
    <div class="fr-container">
      <div class="fr-notice__body">
        <p>
          <span class="fr-notice__title">${t('Démonstration, service non officiel')}</span>${' '}
          <span class="fr-notice__desc">
            ${t('Aucune demande déposée ici n’est transmise à l’administration. N’y mettez pas de documents réels.')}
          </span>
        </p>
      </div>
    </div>`;
}

export function Coquille({ langue, marque, entrees, outils, liensPied, hrefContact, compte, children }: Props) {
  const t = useT();
  return (
    <>
      <div className="fr-skiplinks" dangerouslySetInnerHTML={accesRapide(t)} />
      {marque.officiel ? null : (
        <section
          className="fr-notice fr-notice--warning portail-notice"
          aria-label={t('Démonstration, service non officiel')}
          dangerouslySetInnerHTML={annonceDemonstration(t)}
        />
      )}
      <Entete langue={langue} marque={marque} entrees={entrees} outils={outils} compte={compte} />
      <main id="contenu" tabIndex={-1} className="portail-contenu">
        {children}
      </main>
      <Pied marque={marque} liens={liensPied} hrefContact={hrefContact} />
    </>
  );
}
