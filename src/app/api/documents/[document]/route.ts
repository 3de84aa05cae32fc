// A document of one's own dossier.
import { ouvrirDocument } from '#features/documents/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeDemarche } from '#guard/route.ts';

export const GET = routeDemarche('document', async ({ params, portee }) => {
  const ouvert = await ouvrirDocument(portee, params.document ?? '');
  return ouvert ? reponseOctets(ouvert.contenu, ouvert.octets) : rienIci();
});
