// A file of a dossier opened exceptionally; the reading is written down first (R.142-22).
import { noterLecture } from '#features/dossier/instruction/commands.ts';
import { ouvrirFichierAgent } from '#features/dossier/instruction/pieces/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeBris } from '#guard/route.ts';

export const GET = routeBris('fichier_bris', async ({ requete, params, portee, at }) => {
  const apercu = new URL(requete.url).searchParams.get('apercu') === '1';
  const ouvert = await ouvrirFichierAgent(portee, params.fichier ?? '', apercu);
  if (!ouvert) return rienIci();
  await noterLecture(portee, ouvert.dossierId, 'fichier', ouvert.id, at, 'bris_de_glace');
  return reponseOctets(ouvert.contenu, ouvert.octets);
});
