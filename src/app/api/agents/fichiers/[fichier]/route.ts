// A file of a dossier of the agent's prefecture, shown in the viewer; the reading is written down first (R.142-22).
import { noterLecture } from '#features/dossier/instruction/commands.ts';
import { ouvrirFichierAgent } from '#features/dossier/instruction/pieces/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeAgent } from '#guard/route.ts';

export const GET = routeAgent('fichier_agent', ['instructeur', 'valideur', 'chef'], async ({ requete, params, portee, at }) => {
  const apercu = new URL(requete.url).searchParams.get('apercu') === '1';
  const ouvert = await ouvrirFichierAgent(portee, params.fichier ?? '', apercu);
  if (!ouvert) return rienIci();
  await noterLecture(portee, ouvert.dossierId, 'fichier', ouvert.id, at);
  return reponseOctets(ouvert.contenu, ouvert.octets);
});
