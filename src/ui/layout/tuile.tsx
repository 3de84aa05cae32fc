import type { ReactNode } from 'react';

type Props = { titre: string; href: string; description?: ReactNode; pictogramme?: string; niveau?: 'h2' | 'h3' };

/** One of the pictograms of public/pictogrammes; drawn with <use>, so that it follows the light or dark palette. */
export function Pictogramme({ nom }: { nom: string }) {
  return (
    <svg aria-hidden="true" className="fr-artwork" viewBox="0 0 80 80" width="80" height="80">
      <use className="fr-artwork-decorative" href={`/pictogrammes/${nom}.svg#artwork-decorative`} />
      <use className="fr-artwork-minor" href={`/pictogrammes/${nom}.svg#artwork-minor`} />
      <use className="fr-artwork-major" href={`/pictogrammes/${nom}.svg#artwork-major`} />
    </svg>
  );
}

/** A tile: the whole surface is one link. */
export function Tuile({ titre, href, description, pictogramme, niveau: Titre = 'h2' }: Props) {
  return (
    <div className="fr-tile fr-tile--horizontal fr-enlarge-link">
      <div className="fr-tile__body">
        <div className="fr-tile__content">
          <Titre className="fr-tile__title">
            <a href={href}>{titre}</a>
          </Titre>
          {description ? <p className="fr-tile__desc">{description}</p> : null}
        </div>
      </div>
      {pictogramme ? (
        <div className="fr-tile__header">
          <div className="fr-tile__pictogram">
            <Pictogramme nom={pictogramme} />
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** A grid of tiles: one column on a phone. */
export function Tuiles({ children }: { children: ReactNode }) {
  return <div className="portail-tuiles">{children}</div>;
}
