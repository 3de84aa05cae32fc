// A document of a dossier of the agent's prefecture; the reading is written down first (R.142-22).
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { consignerConsultation } from '#features/consultations/commands.ts';
import { ouvrirDocument } from '#features/documents/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeAgent } from '#guard/route.ts';

export const GET = routeAgent('document_agent', ['instructeur', 'valideur', 'chef'], async ({ params, portee, agent, at }) => {
  const ouvert = await ouvrirDocument(portee, params.document ?? '');
  if (!ouvert) return rienIci();
  const { dossierId, id } = ouvert;
  const finalite = finaliteDeLecture(agent.roles, null);
  await consignerConsultation({ agentId: agent.agentId, dossierId, objet: 'document', objetId: id, finalite }, at);
  return reponseOctets(ouvert.contenu, ouvert.octets);
});
