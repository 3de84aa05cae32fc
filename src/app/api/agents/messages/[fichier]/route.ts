// A file of a message, read by an agent: logged as the files of pieces are (R.142-22), after a recent proof when the dossier is restricted.
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { consignerConsultation } from '#features/consultations/commands.ts';
import { ouvrirJointe } from '#features/dossier/messages/queries.ts';
import { fermerOctets, reponseOctets } from '#guard/octets.ts';
import { rienIci, routeAgent } from '#guard/route.ts';

export const GET = routeAgent('jointe_agent', LECTEURS_DE_DOSSIERS, async ({ params, portee, agent, confirmer, at }) => {
  const ouverte = await ouvrirJointe(portee, { auteurSorte: 'agent', auteurId: agent.agentId }, params.fichier ?? '');
  if (!ouverte) return rienIci();
  const { id, dossierId, estRestreint, contenu, octets } = ouverte;
  const aConfirmer = estRestreint ? confirmer() : null;
  if (aConfirmer) {
    fermerOctets(contenu);
    return aConfirmer;
  }
  const finalite = finaliteDeLecture(agent.roles, null);
  await consignerConsultation({ agentId: agent.agentId, dossierId, objet: 'fichier', objetId: id, finalite }, at);
  return reponseOctets(contenu, octets);
});
