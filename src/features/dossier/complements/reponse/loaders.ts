import 'server-only';
import { loaderGuichet, loaderUsager } from '#guard/loader.ts';
import { complementDe, dernierComplement } from './queries.ts';

/** The items to answer, on the page of the notification that asks for them. */
export const chargerComplement = loaderUsager(async ({ portee, at }, id: string) => complementDe(portee, id, at));

/** At the desk, the last one asked of this dossier: to answer it, or just answered. */
export const chargerComplementGuichet = loaderGuichet(async ({ portee, at }, dossierId: string) => {
  const dernier = await dernierComplement(portee, dossierId);
  return dernier === null ? null : complementDe(portee, dernier, at);
});
