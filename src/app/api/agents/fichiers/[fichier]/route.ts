// A file of a dossier of the agent's prefecture, shown in the viewer; the reading is written down first (R.142-22), and asks
// for a recent proof when the dossier is restricted (C40), as its page does.
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { consignerConsultation } from '#features/consultations/commands.ts';
import { ouvrirFichierAgent } from '#features/dossier/instruction/pieces/queries.ts';
import { fermerOctets, reponseOctets } from '#guard/octets.ts';
import { rienIci, routeAgent } from '#guard/route.ts';

export const GET = routeAgent('fichier_agent', LECTEURS_DE_DOSSIERS, async ({ requete, params, portee, agent, confirmer, at }) => {
  const apercu = new URL(requete.url).searchParams.get('apercu') === '1';
  const ouvert = await ouvrirFichierAgent(portee, params.fichier ?? '', apercu);
  if (!ouvert) return rienIci();
  const { dossierId, id } = ouvert;
  const aConfirmer = ouvert.estRestreint ? confirmer() : null;
  if (aConfirmer) {
    fermerOctets(ouvert.contenu);
    return aConfirmer;
  }
  const finalite = finaliteDeLecture(agent.roles, null);
  await consignerConsultation({ agentId: agent.agentId, dossierId, objet: 'fichier', objetId: id, finalite }, at);
  return reponseOctets(ouvert.contenu, ouvert.octets);
});
