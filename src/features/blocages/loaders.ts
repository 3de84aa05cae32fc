import 'server-only';
import { loaderUsager } from '#guard/loader.ts';
import { blocagesDe } from './queries.ts';

/** Every blocked step of this person's drafts; `dossierId`: of one draft. */
export const chargerBlocages = loaderUsager(async ({ portee, at }, dossierId: string | null) => blocagesDe(portee, at, dossierId));
