// A file read again by the person who gave it.
import { ouvrirFichier } from '#features/pieces/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeDemarche } from '#guard/route.ts';

export const GET = routeDemarche('fichier', async ({ params, portee }) => {
  const ouvert = await ouvrirFichier(portee, params.fichier ?? '');
  return ouvert ? reponseOctets(ouvert.contenu, ouvert.octets) : rienIci();
});
