import { t } from '#ui/langue/t.ts';
import { html } from './html.ts';

export type Etage = { libelle: string; href: string };

/** "Vous êtes ici : Accueil > …" (S-009 to S-011). Visible on a phone too: the design system's own one folds with a script. */
export function FilAriane({ parents = [], actuelle }: { parents?: readonly Etage[]; actuelle: string }) {
  const etages = [{ libelle: t('Accueil'), href: '/' }, ...parents].map(
    (e) => html`<li><a class="fr-breadcrumb__link" href="${e.href}">${e.libelle}</a></li>`,
  );
  const texte = html`
    <span aria-hidden="true">${t('Vous êtes ici :')}</span>
    <ol class="fr-breadcrumb__list">
      ${etages}<li><span class="fr-breadcrumb__link" aria-current="page">${actuelle}</span></li>
    </ol>`;
  return <nav className="fr-breadcrumb portail-fil" aria-label={t('vous êtes ici :')} dangerouslySetInnerHTML={texte} />;
}
