'use client';
// A component of the browser although nothing moves in it: its lines then travel as plain texts, read once, where elements made by
// the server would each be serialised for the browser besides the HTML (a third of the processor of a page of fifty lines).
import { Badge, type TonBadge } from '#ui/feedback/badge.tsx';

/** A word that says a state. */
export type Mot = { ton: TonBadge; mot: string };
export type Cellule = string | readonly Mot[];
/** `href` makes a link of the first cell. */
export type LigneTableau = { cle: string; href?: string; cellules: readonly Cellule[] };

type Props = {
  /** Title, also for screen readers. */
  legende: string;
  colonnes: readonly string[];
  lignes: readonly LigneTableau[];
  /** Said instead of an empty table. */
  vide: string;
};

/** A frame that scrolls must be reachable by keyboard (RGAA 10.3, WCAG 2.1.1). */
const atteignable = { tabIndex: 0 };

const ecrire = (cellule: Cellule) =>
  typeof cellule === 'string'
    ? cellule
    : cellule.map(({ ton, mot }) => (
        <Badge key={mot} ton={ton}>
          {mot}
        </Badge>
      ));

/** A table that scrolls inside its own frame (reachable by keyboard) when the screen is narrow. */
export function Tableau({ legende, colonnes, lignes, vide }: Props) {
  if (!lignes.length) return <p>{vide}</p>;
  return (
    <section className="portail-tableau" aria-label={legende} {...atteignable}>
      <table>
        <caption>{legende}</caption>
        <thead>
          <tr>
            {colonnes.map((titre) => (
              <th key={titre} scope="col">
                {titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lignes.map(({ cle, href, cellules }) => (
            <tr key={cle}>
              {cellules.map((cellule, i) => (
                <td key={colonnes[i]}>{i === 0 && href ? <a href={href}>{ecrire(cellule)}</a> : ecrire(cellule)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
