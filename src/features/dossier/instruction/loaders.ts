// The pages of one dossier. Each opening is logged in the same gesture as the read (R.142-22).
import 'server-only';
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { actionsOffertes } from '#domain/dossier/decide.ts';
import { rapprochements } from '#features/personne/queries.ts';
import { loaderAgent } from '#guard/loader.ts';
import { noterLecture } from './commands.ts';
import { dossierInstruit, empechementDeSigner } from './queries.ts';

/** The page that signs: the dossier, and why this agent may not sign it although they are a valideur. */
export const chargerDecision = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee, at, confirmer }, id: string) => {
  const dossier = await dossierInstruit(portee, id);
  if (!dossier) return null;
  if (dossier.estRestreint) await confirmer();
  await noterLecture(portee, id, 'dossier', null, at, finaliteDeLecture(agent.roles, dossier.statut));
  const peutSigner = actionsOffertes(dossier.statut, agent).includes('renvoyer');
  const empechement = peutSigner && dossier.proposition ? await empechementDeSigner(portee, dossier.proposition.sens, at) : null;
  return { dossier, peutSigner, empechement, estProposant: dossier.proposition?.par === agent.agentId };
});

/** The dossier with the actions that this agent may try. */
export const chargerDossier = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee, at, confirmer }, id: string) => {
  const dossier = await dossierInstruit(portee, id);
  if (!dossier) return null;
  if (dossier.estRestreint) await confirmer();
  await noterLecture(portee, id, 'dossier', null, at, finaliteDeLecture(agent.roles, dossier.statut));
  return { dossier, actions: actionsOffertes(dossier.statut, agent), agentId: agent.agentId, at };
});

/** The page that gives a number: the dossier, and the persons already known who may be this one. */
export const chargerNumero = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee, at, confirmer }, id: string) => {
  const dossier = await dossierInstruit(portee, id);
  if (!dossier) return null;
  if (dossier.estRestreint) await confirmer();
  await noterLecture(portee, id, 'dossier', null, at, finaliteDeLecture(agent.roles, dossier.statut));
  const peutAttribuer = actionsOffertes(dossier.statut, agent).includes('attribuer_numero');
  const cherche = peutAttribuer && dossier.numeroEtranger === null;
  return { dossier, peutAttribuer, semblables: cherche ? await rapprochements(portee, dossier.identite) : [] };
});
