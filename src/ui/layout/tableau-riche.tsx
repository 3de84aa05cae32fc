import type { ReactNode } from 'react';

export type Colonne<L> = { code: string; titre: ReactNode; cellule: (ligne: L) => ReactNode };

type Props<L> = {
  /** Always present for screen readers; shown unless `legendeCachee`. */
  legende: string;
  legendeCachee?: boolean;
  colonnes: readonly Colonne<L>[];
  lignes: readonly L[];
  cle: (ligne: L) => string;
  /** Said instead of an empty table. */
  vide: ReactNode;
};

/** A frame that scrolls must be reachable by keyboard (RGAA 10.3, WCAG 2.1.1). */
const atteignable = { tabIndex: 0 };

/** A table whose cells hold links, lists or forms; it scrolls inside its own frame when the screen is narrow. For words alone: tableau.tsx. */
export function TableauRiche<L>({ legende, legendeCachee = false, colonnes, lignes, cle, vide }: Props<L>) {
  if (!lignes.length) return <p>{vide}</p>;
  return (
    <section className="portail-tableau" aria-label={legende} {...atteignable}>
      <table>
        <caption className={legendeCachee ? 'fr-sr-only' : undefined}>{legende}</caption>
        <thead>
          <tr>
            {colonnes.map((c) => (
              <th key={c.code} scope="col">
                {c.titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lignes.map((l) => (
            <tr key={cle(l)}>
              {colonnes.map((c) => (
                <td key={c.code}>{c.cellule(l)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
