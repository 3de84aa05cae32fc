// A document of a dossier opened exceptionally; the reading is written down first (R.142-22).
import { ouvrirDocument } from '#features/documents/queries.ts';
import { noterLecture } from '#features/dossier/instruction/commands.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeBris } from '#guard/route.ts';

export const GET = routeBris('document_bris', async ({ params, portee, at }) => {
  const ouvert = await ouvrirDocument(portee, params.document ?? '');
  if (!ouvert) return rienIci();
  await noterLecture(portee, ouvert.dossierId, 'document', ouvert.id, at, 'bris_de_glace');
  return reponseOctets(ouvert.contenu, ouvert.octets);
});
