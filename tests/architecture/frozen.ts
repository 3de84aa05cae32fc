// What is published does not move: a dossier keeps slug, version and version of its list, and must read the same for ever.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Procedure } from '#domain/procedure/definition.ts';

/** Fingerprints by 'slug/v1' (the definition, lists apart) and 'slug/v1/liste-1' (each list of pieces). */
export type Frozen = Readonly<Record<string, string>>;

export const frozenPath = fileURLToPath(new URL('procedures.frozen.json', import.meta.url));
export const readFrozen = (): Frozen => JSON.parse(readFileSync(frozenPath, 'utf8'));

/** Keys in order, so that moving a line in the source changes nothing. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, canonical(v)]),
  );
}

const fingerprint = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex')
    .slice(0, 32);

/** The worked example serves tests and may be corrected; everything else counts. A new list is a new line, not an edit. */
export function fingerprints(procedure: Procedure): Frozen {
  const { exemple: _exemple, listes, ...definition } = procedure;
  const name = `${procedure.slug}/v${procedure.version}`;
  return Object.fromEntries([
    [name, fingerprint(definition)],
    ...listes.map((l) => [`${name}/liste-${l.version}`, fingerprint(l)] as const),
  ]);
}

/** What moved since it was recorded, and what was never recorded. */
export function drift(now: Frozen, recorded: Frozen): string[] {
  const edited = Object.entries(recorded).flatMap(([name, mark]) => {
    if (now[name] === undefined) return [`${name} : publiée puis retirée. Des dossiers la suivent : la remettre.`];
    const cure = name.includes('/liste-') ? 'ajouter une liste de version suivante' : `faire un v${Number(/v(\d+)$/.exec(name)?.[1]) + 1}`;
    return now[name] === mark ? [] : [`${name} : publiée, donc figée ; ${cure} au lieu de la modifier.`];
  });
  const fresh = Object.keys(now).filter((name) => recorded[name] === undefined);
  return [...edited, ...fresh.map((name) => `${name} : nouvelle. Pour la publier : node scripts/run.mjs record`)];
}
