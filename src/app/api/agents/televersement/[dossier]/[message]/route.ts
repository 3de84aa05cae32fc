// A file is joined to a message that an agent writes.
import { LIMITES, recevoirJointes } from '#features/dossier/messages/fichiers/commands.ts';
import { reponseJointes } from '#features/dossier/messages/fichiers/schema.ts';
import { agentPeutEcrire } from '#features/dossier/messages/queries.ts';
import { REDACTEURS } from '#features/dossier/messages/schema.ts';
import { routeTeleversementAgent, veutJson } from '#guard/televersement.ts';

export const POST = routeTeleversementAgent(
  'televersement_message_agent',
  REDACTEURS,
  LIMITES,
  async ({ requete, params, agent, portee, at, tropLourd, lireFichiers }) => {
    const { dossier: dossierId = '', message: messageId = '' } = params;
    const auteur = { auteurSorte: 'agent', auteurId: agent.agentId } as const;
    const bilan = await recevoirJointes({ auteur, dossierId, messageId, sorte: 'message', at }, await agentPeutEcrire(portee, dossierId), {
      tropLourd,
      lireFichiers,
      signal: requete.signal,
    });
    return reponseJointes(bilan, veutJson(requete) ? null : `/instruction/${dossierId}/messages`);
  },
);
