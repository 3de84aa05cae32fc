import 'server-only';
import { aUnMotDePasse } from '#features/compte/preuve/queries.ts';
import { loaderUsager } from '#guard/loader.ts';

export const chargerTelechargement = loaderUsager(async ({ portee }) => ({ aMotDePasse: await aUnMotDePasse(portee) }));
