import type { ReactNode } from 'react';
import { type Etage, FilAriane } from './fil-ariane.tsx';

type Props = {
  titre: string;
  /** Label of the page in the breadcrumb when it differs from its title; null: no breadcrumb (home page). */
  ici?: string | null;
  parents?: readonly Etage[];
  chapo?: ReactNode;
  /** A text page is read better narrow; a table needs the whole width. */
  largeur?: 'texte' | 'pleine';
  /** Navigation of a family of pages, beside the content, above it on a phone. */
  rubriques?: ReactNode;
  children: ReactNode;
};

function Corps({ titre, chapo, children }: Pick<Props, 'titre' | 'chapo' | 'children'>) {
  return (
    <>
      <h1>{titre}</h1>
      {chapo ? <div className="fr-text--lead">{chapo}</div> : null}
      {children}
    </>
  );
}

/** Breadcrumb, title, content: the frame of a page inside <main>. */
export function Page({ titre, ici, parents, chapo, largeur = 'pleine', rubriques, children }: Props) {
  return (
    <div className={largeur === 'texte' ? 'fr-container portail-page portail-page--texte' : 'fr-container portail-page'}>
      {ici === null ? null : <FilAriane parents={parents} actuelle={ici ?? titre} />}
      {rubriques ? (
        <div className="portail-page__colonnes">
          {rubriques}
          <div className="portail-page__corps">
            <Corps titre={titre} chapo={chapo}>
              {children}
            </Corps>
          </div>
        </div>
      ) : (
        <Corps titre={titre} chapo={chapo}>
          {children}
        </Corps>
      )}
    </div>
  );
}
