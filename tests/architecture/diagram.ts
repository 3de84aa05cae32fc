// Draws the life of a dossier from the table, as it stands in src/domain/dossier/README.md.
import { ACTIONS, type Action, CYCLE, type Transition } from '#domain/dossier/lifecycle.ts';
import { STATUTS, type Statut } from '#domain/dossier/statuts.ts';

const START = '<!-- diagramme : tiré de lifecycle.ts, refait par node scripts/run.mjs record -->';
const END = '<!-- fin du diagramme -->';

type Table = Readonly<Record<Action, Transition>>;

function edge(action: Action, { vers, par }: Transition, from: Statut): string {
  return `  ${from} --> ${vers ?? from} : ${action} (${par.join(', ')})`;
}

/** Mermaid text: one arrow per action and starting statut; an arrow to itself leaves the statut unchanged. */
export function diagram(table: Table = CYCLE): string {
  const reached = new Set(ACTIONS.flatMap((a) => [...table[a].de, table[a].vers ?? []].flat()));
  const ends = STATUTS.filter((s) => reached.has(s) && !ACTIONS.some((a) => table[a].de.some((d) => d === s)));
  const lines = ACTIONS.flatMap((a) => table[a].de.map((from) => edge(a, table[a], from)));
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> brouillon', ...lines, ...ends.map((s) => `  ${s} --> [*]`), '```'].join('\n');
}

/** The README with the diagram of today in its place. Throws when the marks are gone. */
export function redraw(readme: string): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error('src/domain/dossier/README.md : les marques du diagramme ont disparu');
  return `${readme.slice(0, start)}${START}\n${diagram()}\n${readme.slice(end)}`;
}
