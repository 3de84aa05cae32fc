import 'server-only';
import { loaderUsager } from '#guard/loader.ts';
import { complementDe } from './queries.ts';

/** The items to answer, on the page of the notification that asks for them. */
export const chargerComplement = loaderUsager(async ({ portee, at }, id: string) => complementDe(portee, id, at));
