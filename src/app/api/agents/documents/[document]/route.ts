// A document of a dossier of the agent's prefecture; the reading is written down first (R.142-22), and asks
// for a recent proof when the dossier is restricted (C40), as its page does.
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { consignerConsultation } from '#features/consultations/commands.ts';
import { ouvrirDocument } from '#features/documents/queries.ts';
import { fermerOctets, reponseOctets } from '#guard/octets.ts';
import { rienIci, routeAgent } from '#guard/route.ts';

export const GET = routeAgent('document_agent', LECTEURS_DE_DOSSIERS, async ({ params, portee, agent, confirmer, at }) => {
  const ouvert = await ouvrirDocument(portee, params.document ?? '');
  if (!ouvert) return rienIci();
  const { dossierId, id } = ouvert;
  const aConfirmer = ouvert.estRestreint ? confirmer() : null;
  if (aConfirmer) {
    fermerOctets(ouvert.contenu);
    return aConfirmer;
  }
  const finalite = finaliteDeLecture(agent.roles, null);
  await consignerConsultation({ agentId: agent.agentId, dossierId, objet: 'document', objetId: id, finalite }, at);
  return reponseOctets(ouvert.contenu, ouvert.octets);
});
