import 'server-only';
import { preuveDemandee } from '#features/compte/preuve/queries.ts';
import { loaderUsager } from '#guard/loader.ts';
import { suppressionDe } from './queries.ts';

export const chargerSuppression = loaderUsager(async ({ portee, acces, usager, at }) => {
  const [suppression, preuve] = await Promise.all([suppressionDe(portee), preuveDemandee(acces, usager.sessionId, at)]);
  return { suppression, preuve };
});
