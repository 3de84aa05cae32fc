import { useT } from '#ui/langue/use-t.tsx';
import type { EntreeMenu, Marque } from './entete.tsx';
import { html } from './html.ts';

/** The footer (S-007), with the "Contact" button that floats at the bottom of the screen (S-008). */
export function Pied({ marque, liens, hrefContact }: { marque: Marque; liens: readonly EntreeMenu[]; hrefContact: string }) {
  const t = useT();
  const nom = marque.officiel ? marque.ministere : marque.service;
  const phrase = marque.officiel
    ? marque.direction
    : t('Démonstration, service non officiel. Le site de l’administration est « Étrangers en France ».');
  const bas = liens.map(
    (l) => html`<li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="${l.href}">${l.libelle}</a></li>`,
  );
  const texte = html`
    <div class="fr-container">
      <div class="fr-footer__body">
        <div class="fr-footer__brand"><p class="portail-marque">${nom}</p></div>
        <div class="fr-footer__content"><p class="fr-footer__content-desc">${phrase}</p></div>
      </div>
      <div class="fr-footer__bottom"><ul class="fr-footer__bottom-list">${bas}</ul></div>
    </div>
    <a class="fr-btn fr-btn--sm portail-contact" href="${hrefContact}">${t('Contact')}</a>`;
  return <footer className="fr-footer" id="pied" dangerouslySetInnerHTML={texte} />;
}
