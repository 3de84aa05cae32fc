import 'server-only';
import { preuveDemandee } from '#features/compte/preuve/queries.ts';
import { loaderUsager } from '#guard/loader.ts';

export const chargerTelechargement = loaderUsager(async ({ acces, usager, at }) => ({
  preuve: await preuveDemandee(acces, usager.sessionId, at),
}));
