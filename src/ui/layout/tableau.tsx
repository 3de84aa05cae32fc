'use client';
// A component of the browser although nothing moves in it: its lines then travel as plain texts, read once, where elements made by
// the server would each be serialised for the browser besides the HTML (a third of the processor of a page of fifty lines).
import { Badge, type TonBadge } from '#ui/feedback/badge.tsx';

/** A word that says a state. */
export type Mot = { ton: TonBadge; mot: string };
export type Cellule = string | readonly (Mot | string)[];
/** `fin`: how its address ends, when that is not its key. */
export type LigneTableau = { cle: string; fin?: string; cellules: readonly Cellule[] };

type Props = {
  /** Title, also for screen readers. */
  legende: string;
  colonnes: readonly string[];
  lignes: readonly LigneTableau[];
  /** Makes a link of the first cell. Beginning of the address of every line: said once, where fifty addresses would travel twice. */
  vers?: string;
  /** Said instead of an empty table. */
  vide: string;
  /** A box at the head of each line, sent as `nom.0`, `nom.1`… by the form that has this id, wherever it stands. */
  choix?: { formulaire: string; nom: string; libelle: string };
};

/** A frame that scrolls must be reachable by keyboard (RGAA 10.3, WCAG 2.1.1). */
const atteignable = { tabIndex: 0 };

const ecrire = (cellule: Cellule) =>
  typeof cellule === 'string'
    ? cellule
    : cellule.map((partie) =>
        // bare texts: an element around each is what a page of fifty lines weighs most
        typeof partie === 'string' ? (
          ` ${partie} `
        ) : (
          <Badge key={partie.mot} ton={partie.ton}>
            {partie.mot}
          </Badge>
        ),
      );

/** A table that scrolls inside its own frame (reachable by keyboard) when the screen is narrow. */
export function Tableau({ legende, colonnes, lignes, vers, vide, choix }: Props) {
  if (!lignes.length) return <p>{vide}</p>;
  return (
    <section className="portail-tableau" aria-label={legende} {...atteignable}>
      <table>
        <caption>{legende}</caption>
        <thead>
          <tr>
            {choix ? (
              <th scope="col">
                <span className="fr-sr-only">{choix.libelle}</span>
              </th>
            ) : null}
            {colonnes.map((titre) => (
              <th key={titre} scope="col">
                {titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lignes.map(({ cle, fin = cle, cellules }, rang) => (
            <tr key={cle}>
              {choix ? (
                <td>
                  <input
                    type="checkbox"
                    form={choix.formulaire}
                    name={`${choix.nom}.${rang}`}
                    value={cle}
                    aria-label={`${choix.libelle} ${String(cellules[0])}`}
                  />
                </td>
              ) : null}
              {cellules.map((cellule, i) => (
                <td key={colonnes[i]}>{i === 0 && vers ? <a href={`${vers}${fin}`}>{ecrire(cellule)}</a> : ecrire(cellule)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
