import 'server-only';
import { headers } from 'next/headers';
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { estPrechargement } from '#features/notifications/boite/queries.ts';
import { loaderAgent, loaderUsager } from '#guard/loader.ts';
import { newId } from '#platform/ids.ts';
import { noterLecture } from '../instruction/commands.ts';
import { noterLectureDesMessages } from './commands.ts';
import { ajoutDe, apercuDesMessages, conversationAgent, conversationDe } from './queries.ts';
import { REDACTEURS } from './schema.ts';

/** The messages of one's dossier: showing them is reading them, by the holder. `cle`: name of the message about to be written. */
export const chargerConversation = loaderUsager(async ({ usager, portee, at }, dossierId: string) => {
  if (estPrechargement(await headers())) return null;
  const conversation = await conversationDe(usager, portee, dossierId, at);
  if (!conversation) return null;
  if (conversation.dossier.estSien) await noterLectureDesMessages(dossierId, 'usager', at);
  return { ...conversation, cle: conversation.brouillon?.id ?? newId() };
});

export const chargerAjout = loaderUsager(async ({ usager, portee, at }, dossierId: string) => {
  const ajout = await ajoutDe(usager, portee, dossierId, at);
  return ajout && { ...ajout, cle: ajout.brouillon?.id ?? newId() };
});

/** The agent's page. Only who examines reads for the service: a chef or a valideur who looks in leaves the message unread. */
export const chargerConversationAgent = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee, at, confirmer }, dossierId: string) => {
  const conversation = await conversationAgent(portee, dossierId);
  if (!conversation) return null;
  if (conversation.dossier.estRestreint) await confirmer();
  await noterLecture(portee, dossierId, 'dossier', null, at, finaliteDeLecture(agent.roles, conversation.dossier.statut));
  if (agent.roles.includes('instructeur') && !estPrechargement(await headers())) await noterLectureDesMessages(dossierId, 'agent', at);
  return {
    ...conversation,
    cle: conversation.brouillon?.id ?? newId(),
    peutEcrire: agent.roles.some((r) => REDACTEURS.includes(r)),
    peutInstruire: agent.roles.includes('instructeur'),
    at,
  };
});

/** A section of the page of a dossier, which has logged the reading. */
export const chargerApercu = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ portee }, dossierId: string) =>
  apercuDesMessages(portee, dossierId),
);
