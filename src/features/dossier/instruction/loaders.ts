// The pages of one dossier. Each opening is logged in the same gesture as the read (R.142-22).
import 'server-only';
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import { actionsOffertes } from '#domain/dossier/decide.ts';
import { loaderAgent } from '#guard/loader.ts';
import { noterLecture } from './commands.ts';
import { dossierInstruit } from './queries.ts';

const LECTEURS = [...rolesAyant('lire_dossiers'), ...rolesAyant('lire_restreints')];

/** The dossier with the actions that this agent may try. */
export const chargerDossier = loaderAgent(LECTEURS, async ({ agent, portee, at, confirmer }, id: string) => {
  const dossier = await dossierInstruit(portee, id);
  if (!dossier) return null;
  if (dossier.estRestreint) await confirmer();
  await noterLecture(portee, id, 'dossier', null, at, finaliteDeLecture(agent.roles, dossier.statut));
  return { dossier, actions: actionsOffertes(dossier.statut, agent), agentId: agent.agentId, at };
});
