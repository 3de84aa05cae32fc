// The list of pieces of one's own dossier, made from the rules it follows (S-204).
import { jourDe } from '#domain/jour.ts';
import { rendreListe } from '#features/documents/commands.ts';
import { listeDuDossier } from '#features/documents/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeDemarche } from '#guard/route.ts';

export const GET = routeDemarche('liste_des_pieces', async ({ params, portee, at }) => {
  const liste = await listeDuDossier(portee, params.dossier ?? '', jourDe(at));
  if (!liste) return rienIci();
  const { contenu, octets } = await rendreListe(liste, at);
  return reponseOctets(contenu, octets);
});
