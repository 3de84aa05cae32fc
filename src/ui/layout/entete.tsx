// The header of every page (S-001 to S-006). The menu and the account area are given by the caller: this file knows no
// procedure and no session. On a phone the menu folds in a <details>: no script. All but the account area is written as one text
// (html.ts), twice where a phone needs it elsewhere: the style sheet shows one of the two.
import type { ReactNode } from 'react';
import { languesOffertes, type Traduire } from '#ui/langue/langues.ts';
import { useT } from '#ui/langue/use-t.tsx';
import { type Html, html } from './html.ts';

export type Marque = {
  /** Texts of the brand block: configuration, because the ministry's name changes (S-001). */
  ministere: string;
  service: string;
  direction: string;
  /** true only on a service of the State: the tricolour block is reserved to it (D-20). */
  officiel: boolean;
};
export type EntreeMenu = { libelle: string; href: string; actuelle?: boolean };

type Props = { langue: string; marque: Marque; entrees: readonly EntreeMenu[]; outils: readonly EntreeMenu[]; compte?: ReactNode };

const actuelle = (valeur: string, estIci: boolean | undefined): Html | null => (estIci ? html` aria-current="${valeur}"` : null);

function blocMarque(t: Traduire, { ministere, service, direction, officiel }: Marque): Html {
  const bloc = officiel
    ? html`<p class="fr-logo">${t('République')}<br>${t('Française')}</p>`
    : html`<p class="portail-marque">${ministere}</p>`;
  return html`
    ${bloc}
    <div>
      <a href="/" title="${t('Accueil - {service}', { service })}"><p class="portail-entete__titre">${service}</p></a>
      <p class="portail-entete__direction">${direction}</p>
    </div>`;
}

function choixLangue(t: Traduire, ici: string): Html {
  const nom = languesOffertes.find((l) => l.code === ici)?.nom ?? 'Français';
  const choix = languesOffertes.map(
    (l) => html`
      <li><a class="fr-nav__link" href="?langue=${l.code}" hreflang="${l.code}" lang="${l.code}"${actuelle('true', l.code === ici)}>${l.nom}</a></li>`,
  );
  return html`
    <details class="portail-depliant">
      <summary class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"><span class="fr-sr-only">${t('Langue du site :')} </span>${nom}</summary>
      <ul class="portail-depliant__liste">${choix}</ul>
    </details>`;
}

function menu(t: Traduire, entrees: readonly EntreeMenu[]): Html {
  const liens = entrees.map(
    (e) => html`
      <li class="fr-nav__item"><a class="fr-nav__link" href="${e.href}"${actuelle('page', e.actuelle)}>${e.libelle}</a></li>`,
  );
  return html`<nav class="fr-nav" aria-label="${t('Menu principal')}"><ul class="fr-nav__list">${liens}</ul></nav>`;
}

function listeOutils(t: Traduire, langue: string, outils: readonly EntreeMenu[]): Html {
  const liens = outils.map(
    (o) => html`
      <li>
        <a class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm" href="${o.href}"${actuelle('page', o.actuelle)}>${o.libelle}</a>
      </li>`,
  );
  return html`<ul class="portail-outils__liens">${liens}<li>${choixLangue(t, langue)}</li></ul>`;
}

/** Under the brand: the menu in a row, and folded for a phone together with the links of the top. */
function bandeau(t: Traduire, entrees: readonly EntreeMenu[], outils: Html): Html {
  if (!entrees.length) return html`<div class="portail-etroit">${outils}</div>`;
  const nav = menu(t, entrees);
  return html`
    <div class="portail-entete__menu portail-large"><div class="fr-container">${nav}</div></div>
    <details class="portail-entete__menu portail-etroit"><summary>${t('Menu')}</summary>${nav}${outils}</details>`;
}

export function Entete({ langue, marque, entrees, outils, compte }: Props) {
  const t = useT();
  const liens = listeOutils(t, langue, outils);
  return (
    <header className="portail-entete" id="entete">
      <div className="fr-container portail-entete__corps">
        <div className="portail-entete__marque" dangerouslySetInnerHTML={blocMarque(t, marque)} />
        <div className="portail-outils">
          <div className="portail-large" dangerouslySetInnerHTML={liens} />
          {compte ? <div className="portail-outils__compte">{compte}</div> : null}
        </div>
      </div>
      <div dangerouslySetInnerHTML={bandeau(t, entrees, liens)} />
    </header>
  );
}
