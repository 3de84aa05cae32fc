// A file of a dossier of the agent's prefecture, shown in the viewer; the reading is written down first (R.142-22).
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { consignerConsultation } from '#features/consultations/commands.ts';
import { ouvrirFichierAgent } from '#features/dossier/instruction/pieces/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeAgent } from '#guard/route.ts';

export const GET = routeAgent('fichier_agent', ['instructeur', 'valideur', 'chef'], async ({ requete, params, portee, agent, at }) => {
  const apercu = new URL(requete.url).searchParams.get('apercu') === '1';
  const ouvert = await ouvrirFichierAgent(portee, params.fichier ?? '', apercu);
  if (!ouvert) return rienIci();
  const { dossierId, id } = ouvert;
  const finalite = finaliteDeLecture(agent.roles, null);
  await consignerConsultation({ agentId: agent.agentId, dossierId, objet: 'fichier', objetId: id, finalite }, at);
  return reponseOctets(ouvert.contenu, ouvert.octets);
});
