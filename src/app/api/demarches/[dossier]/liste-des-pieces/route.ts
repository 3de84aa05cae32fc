import { rendreListe } from '#features/documents/commands.ts';
import { livrerListe } from '#features/documents/loaders.ts';
import { listeDuDossier } from '#features/documents/queries.ts';
import { jourDe } from '#domain/jour.ts';
import { rienIci, routeUsager } from '#guard/route.ts';

/** The list of pieces of one's own dossier, made from the rules it follows (S-204). */
export const GET = routeUsager('liste_des_pieces', async ({ params, portee, at }) => {
  const liste = await listeDuDossier(portee, params.dossier ?? '', jourDe(at));
  return liste ? livrerListe(liste, await rendreListe(liste, at)) : rienIci();
});
