// Sentences that agents write again and again: of one agent, or of the whole préfecture. Chosen, then edited: never sent as they are
// without having been read.
import type { Agent } from '../access/actors.ts';
import { MOTIF_PIECE, MOTIFS_PIECE } from './complement.ts';

/** For what a sentence serves: a reason why a piece does not conform, or a message to the person. */
export const USAGES_PHRASE = [...MOTIFS_PIECE, 'message'] as const;
export type UsagePhrase = (typeof USAGES_PHRASE)[number];

/** As long as an observation. */
export const LONGUEUR_PHRASE = 2000;

export const libelleUsage = (usage: UsagePhrase): string => (usage === 'message' ? 'Message à la personne' : MOTIF_PIECE[usage].libelle);

/** What is offered to the whole préfecture is kept by its chefs; each agent keeps their own. */
export const peutTenir = (agent: Agent, phrase: { agentId: string | null }): boolean =>
  phrase.agentId === null ? agent.roles.includes('chef') : phrase.agentId === agent.agentId;
