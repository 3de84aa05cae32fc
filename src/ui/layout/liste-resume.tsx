import type { ReactNode } from 'react';

export type Ligne = { terme: ReactNode; valeur: ReactNode; action?: { libelle: string; href: string; precision: string } };

/** A summary: terms and values in a <dl>, each line with its link to change it. `precision` names the line to a screen reader. */
export function ListeResume({ lignes }: { lignes: readonly Ligne[] }) {
  return (
    <dl className="portail-resume">
      {lignes.map((l, i) => (
        <div key={String(i)} className="portail-resume__ligne">
          <dt>{l.terme}</dt>
          <dd>{l.valeur}</dd>
          {l.action ? (
            <dd>
              <a className="fr-link" href={l.action.href}>
                {l.action.libelle}
                <span className="fr-sr-only"> {l.action.precision}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

type CarteProps = { titre: string; niveau?: 'h2' | 'h3' | 'h4'; marque?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A framed block with its title, a badge beside it, and its actions at the bottom. */
export function Carte({ titre, niveau: Titre = 'h2', marque, actions, children }: CarteProps) {
  return (
    <section className="portail-carte">
      <div className="portail-carte__tete">
        <Titre className="fr-h5">{titre}</Titre>
        {marque}
      </div>
      {children}
      {actions ? <div className="portail-carte__actions">{actions}</div> : null}
    </section>
  );
}
