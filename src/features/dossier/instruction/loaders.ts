// The pages of one dossier. Each opening is logged in the same gesture as the read (R.142-22).
import 'server-only';
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { MOTIFS_PIECE } from '#domain/dossier/complement.ts';
import { actionsOffertes } from '#domain/dossier/decide.ts';
import { rapprochements } from '#features/personne/queries.ts';
import { loaderAgent } from '#guard/loader.ts';
import { phrasesDe } from '../phrases/queries.ts';
import { noterLecture } from './commands.ts';
import { autresDemandes } from './doublons/queries.ts';
import { signalerPresence } from './presence/commands.ts';
import { dossierInstruit } from './queries.ts';
import { dernieresLectures } from './suivi/queries.ts';

/** The dossier with the actions that this agent may try, who else has it open, and what may be of the same person. */
export const chargerDossier = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee, at, confirmer }, id: string) => {
  const dossier = await dossierInstruit(portee, id);
  if (!dossier) return null;
  if (dossier.estRestreint) await confirmer();
  const actions = actionsOffertes(dossier.statut, agent);
  const [presents, autres, lectures] = await Promise.all([
    signalerPresence(portee, id, at),
    autresDemandes(portee, id),
    agent.roles.includes('chef') ? dernieresLectures(portee, id) : null,
    noterLecture(portee, id, 'dossier', null, at, finaliteDeLecture(agent.roles, dossier.statut)),
  ]);
  return { dossier, actions, agentId: agent.agentId, at, autour: { presents, autres, lectures } };
});

/** What a verdict may be said with, beside a piece that is open. */
export const chargerPhrasesDesPieces = loaderAgent(LECTEURS_DE_DOSSIERS, ({ portee }) => phrasesDe(portee, MOTIFS_PIECE));

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
