// The header of every page (S-001 to S-006). The menu and the account area are given by the caller: this file knows no
// procedure and no session. On a phone the menu folds in a <details>: no script.
import type { ReactNode } from 'react';
import { languesOffertes } from '#ui/langue/langues.ts';
import { langue, t } from '#ui/langue/t.ts';

export type Marque = {
  /** Texts of the brand block: configuration, because the ministry's name changes (S-001). */
  ministere: string;
  service: string;
  direction: string;
  /** true only on a service of the State: the tricolour block is reserved to it (D-20). */
  officiel: boolean;
};
export type EntreeMenu = { libelle: string; href: string; actuelle?: boolean };

type Props = { marque: Marque; entrees: readonly EntreeMenu[]; outils: readonly EntreeMenu[]; compte?: ReactNode };

function BlocMarque({ marque }: { marque: Marque }) {
  if (marque.officiel)
    return (
      <p className="fr-logo">
        {t('République')}
        <br />
        {t('Française')}
      </p>
    );
  return <p className="portail-marque">{marque.ministere}</p>;
}

function ChoixLangue() {
  const actuelle = langue();
  const nom = languesOffertes.find((l) => l.code === actuelle)?.nom ?? 'Français';
  return (
    <details className="portail-depliant">
      <summary className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm">
        <span className="fr-sr-only">{t('Langue du site :')} </span>
        {nom}
      </summary>
      <ul className="portail-depliant__liste">
        {languesOffertes.map((l) => (
          <li key={l.code}>
            <a
              className="fr-nav__link"
              href={`?langue=${l.code}`}
              hrefLang={l.code}
              lang={l.code}
              aria-current={l.code === actuelle ? 'true' : undefined}
            >
              {l.nom}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Menu({ entrees, nom }: { entrees: readonly EntreeMenu[]; nom: string }) {
  return (
    <nav className="fr-nav" aria-label={nom}>
      <ul className="fr-nav__list">
        {entrees.map((e) => (
          <li className="fr-nav__item" key={e.href}>
            <a className="fr-nav__link" href={e.href} aria-current={e.actuelle ? 'page' : undefined}>
              {e.libelle}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Outils({ outils }: { outils: readonly EntreeMenu[] }) {
  return (
    <ul className="portail-outils__liens">
      {outils.map((o) => (
        <li key={o.href}>
          <a className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm" href={o.href} aria-current={o.actuelle ? 'page' : undefined}>
            {o.libelle}
          </a>
        </li>
      ))}
      <li>
        <ChoixLangue />
      </li>
    </ul>
  );
}

export function Entete({ marque, entrees, outils, compte }: Props) {
  return (
    <header className="portail-entete" id="entete">
      <div className="fr-container">
        <div className="portail-entete__corps">
          <div className="portail-entete__marque">
            <BlocMarque marque={marque} />
            <div>
              <a href="/" title={t('Accueil - {service}', { service: marque.service })}>
                <p className="portail-entete__titre">{marque.service}</p>
              </a>
              <p className="portail-entete__direction">{marque.direction}</p>
            </div>
          </div>
          <div className="portail-outils">
            <div className="portail-large">
              <Outils outils={outils} />
            </div>
            {compte ? <div className="portail-outils__compte">{compte}</div> : null}
          </div>
        </div>
      </div>
      {entrees.length ? (
        <>
          <div className="portail-entete__menu portail-large">
            <div className="fr-container">
              <Menu entrees={entrees} nom={t('Menu principal')} />
            </div>
          </div>
          <details className="portail-entete__menu portail-etroit">
            <summary>{t('Menu')}</summary>
            <Menu entrees={entrees} nom={t('Menu principal')} />
            <Outils outils={outils} />
          </details>
        </>
      ) : (
        <div className="portail-etroit">
          <Outils outils={outils} />
        </div>
      )}
    </header>
  );
}
