'use client';
// A component of the browser although nothing moves in it: its lines then travel as plain texts, read once, where elements made by
// the server would each be serialised for the browser besides the HTML (a third of the processor of a page of fifty lines).
import type { ReactNode } from 'react';
import { Badge, type TonBadge } from '#ui/feedback/badge.tsx';

/** A word that says a state. */
export type Mot = { ton: TonBadge; mot: string };
/** What is written, or the rank of what is written more than once. */
export type Partie = string | number;

export type PropsTableau = {
  /** Title, also for screen readers. */
  legende: string;
  colonnes: readonly string[];
  /** Makes a link of the first cell. Beginning of the address of every line: said once, where fifty addresses would travel twice. */
  vers?: string;
  /** A box at the head of each line, sent as `nom.cle` by the form that has this id, wherever it stands. */
  choix?: { formulaire: string; nom: string; libelle: string };
};

export type LignesEcrites = {
  cles: readonly string[];
  /** How the address of each line ends; absent: as its key. */
  fins?: readonly string[];
  /** What the ranks of `lignes` stand for. */
  redites: readonly (Mot | string)[];
  lignes: readonly (readonly (Partie | readonly Partie[])[])[];
};

/** A frame that scrolls must be reachable by keyboard (RGAA 10.3, WCAG 2.1.1). */
const atteignable = { tabIndex: 0 };

const texteDe = (parties: readonly (Mot | string)[]): string => parties.filter((p) => typeof p === 'string').join(' ');

/** The states, then one bare text: an element around each part is what a page of fifty lines weighs most. */
function ecrire(parties: readonly (Mot | string)[]): ReactNode {
  const mots = parties.filter((p) => typeof p === 'object');
  const texte = texteDe(parties);
  if (!mots.length) return texte;
  return [
    ...mots.map(({ ton, mot }) => (
      <Badge key={mot} ton={ton}>
        {mot}
      </Badge>
    )),
    texte && ` ${texte}`,
  ];
}

export function TableauEcrit({ legende, colonnes, vers, choix, cles, fins = cles, redites, lignes }: PropsTableau & LignesEcrites) {
  const dite = (partie: Partie): Mot | string => (typeof partie === 'number' ? (redites[partie] ?? '') : partie);
  const lire = (cellule: Partie | readonly Partie[] = '') => (typeof cellule === 'object' ? cellule.map(dite) : [dite(cellule)]);
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
          {cles.map((cle, rang) => (
            <tr key={cle}>
              {choix ? (
                <td>
                  <input
                    type="checkbox"
                    form={choix.formulaire}
                    name={`${choix.nom}.${cle}`}
                    aria-label={`${choix.libelle} ${texteDe(lire(lignes[rang]?.[0]))}`}
                  />
                </td>
              ) : null}
              {colonnes.map((titre, i) => {
                const mots = ecrire(lire(lignes[rang]?.[i]));
                return <td key={titre}>{i === 0 && vers ? <a href={`${vers}${fins[rang]}`}>{mots}</a> : mots}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
