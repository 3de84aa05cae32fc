import type { ReactNode } from 'react';

/** A section that folds (S-014), without script. `niveau` gives its title a place in the outline of the page. */
export function Repli({
  titre,
  ouvert = false,
  niveau: Titre = 'h3',
  id,
  children,
}: {
  titre: ReactNode;
  ouvert?: boolean;
  niveau?: 'h2' | 'h3' | 'h4';
  id?: string;
  children: ReactNode;
}) {
  return (
    <details className="portail-repli" open={ouvert} id={id}>
      <summary>
        <Titre>{titre}</Titre>
      </summary>
      <div className="portail-repli__corps">{children}</div>
    </details>
  );
}
