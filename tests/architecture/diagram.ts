// Draws the life of a dossier from the table, as it stands in src/domain/dossier/README.md.
import { ACTIONS, type Action, CYCLE, type Transition } from '#domain/dossier/lifecycle.ts';
import { DEPOSES, STATUTS, type Statut } from '#domain/dossier/statuts.ts';

const START = '<!-- diagramme : tiré de lifecycle.ts, refait par node scripts/run.mjs record -->';
const END = '<!-- fin du diagramme -->';

type Table = Readonly<Record<Action, Transition>>;

function edge(action: Action, { vers, par }: Transition, from: Statut): string {
  return `  ${from} --> ${vers ?? from} : ${action} (${par.join(', ')})`;
}

/** Mermaid text: one arrow per action that moves; what leaves the statut unchanged is a note beside it, or one note for all of them. */
export function diagram(table: Table = CYCLE): string {
  const moves = ACTIONS.filter((a) => table[a].vers !== undefined);
  const stays = ACTIONS.filter((a) => table[a].vers === undefined);
  const reached = new Set(moves.flatMap((a) => [...table[a].de, table[a].vers ?? []].flat()));
  const ends = STATUTS.filter((s) => reached.has(s) && !moves.some((a) => table[a].de.some((d) => d === s)));
  const lines = moves.flatMap((a) => table[a].de.map((from) => edge(a, table[a], from)));
  const said = (actions: readonly Action[]) => actions.map((a) => `${a} (${table[a].par.join(', ')})`).join(', ');
  const anyTime = stays.filter((a) => table[a].de.length === DEPOSES.length);
  const here = (statut: Statut) => stays.filter((a) => !anyTime.includes(a) && table[a].de.some((d) => d === statut));
  const notes = STATUTS.flatMap((s) => (here(s).length ? [`  note left of ${s} : sans changer le statut - ${said(here(s))}`] : []));
  if (anyTime.length) notes.push(`  note right of depose : à tout moment depuis le dépôt, sans changer le statut - ${said(anyTime)}`);
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> brouillon', ...lines, ...ends.map((s) => `  ${s} --> [*]`), ...notes, '```'].join(
    '\n',
  );
}

/** The README with the diagram of today in its place. Throws when the marks are gone. */
export function redraw(readme: string): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error('src/domain/dossier/README.md : les marques du diagramme ont disparu');
  return `${readme.slice(0, start)}${START}\n${diagram()}\n${readme.slice(end)}`;
}
