// A table of words. What its lines repeat (a procedure, a state, a day) is sent to the browser once, and told by its rank: a page travels
// twice, as HTML and as what the browser needs to take it over.
import type { ReactNode } from 'react';
import { type LignesEcrites, type Mot, type Partie, type PropsTableau, TableauEcrit } from './tableau-ecrit.tsx';

export type { Mot } from './tableau-ecrit.tsx';
/** States, then words: those that other lines also say are best a part of their own. */
export type Cellule = string | readonly (Mot | string)[];
/** `fin`: how its address ends, when that is not its key. */
export type LigneTableau = { cle: string; fin?: string; cellules: readonly Cellule[] };

type Props = PropsTableau & {
  lignes: readonly LigneTableau[];
  /** Said instead of an empty table. */
  vide: string;
};

/** Two parts that say the same have the same name. */
const nom = (partie: Mot | string) => (typeof partie === 'string' ? partie : `${partie.ton}\n${partie.mot}`);

function abreger(lignes: readonly LigneTableau[]): LignesEcrites {
  const fois = new Map<string, number>();
  for (const partie of lignes.flatMap((l) => l.cellules.flat())) fois.set(nom(partie), (fois.get(nom(partie)) ?? 0) + 1);
  const redites: (Mot | string)[] = [];
  const rangs = new Map<string, number>();
  const ecrite = (partie: Mot | string): Partie => {
    if (typeof partie === 'string' && fois.get(partie) === 1) return partie;
    const rang = rangs.get(nom(partie)) ?? redites.push(partie) - 1;
    rangs.set(nom(partie), rang);
    return rang;
  };
  return {
    cles: lignes.map((l) => l.cle),
    ...(lignes.some((l) => l.fin) ? { fins: lignes.map((l) => l.fin ?? l.cle) } : {}),
    lignes: lignes.map((l) => l.cellules.map((c) => (typeof c === 'string' ? ecrite(c) : c.map(ecrite)))),
    redites,
  };
}

/** A table that scrolls inside its own frame (reachable by keyboard) when the screen is narrow. */
export function Tableau({ lignes, vide, ...reste }: Props): ReactNode {
  return lignes.length ? <TableauEcrit {...reste} {...abreger(lignes)} /> : <p>{vide}</p>;
}
