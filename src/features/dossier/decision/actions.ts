'use server';
import { CYCLE } from '#domain/dossier/lifecycle.ts';
import { CONFIRMATION } from '#features/compte/facteurs/commands.ts';
import { actionAgent } from '#guard/action.ts';
import { suiteDuRefus } from '../instruction/presence/queries.ts';
import { annulerDecision, corrigerLettre, proposerDecision, renvoyerProposition, signerDecision } from './commands.ts';
import { schemaAnnulation, schemaCorrection, schemaProposition, schemaRenvoi, schemaSignature } from './schema.ts';

export const faireProposer = actionAgent('proposer', CYCLE.proposer.par, schemaProposition, async ({ saisie, agent, portee, at }) => {
  const fait = await proposerDecision(portee, agent, saisie.vu, saisie.projet, at);
  return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?fait=proposition` } : suiteDuRefus(portee, saisie.vu, fait);
});

export const faireRenvoyer = actionAgent('renvoyer', CYCLE.renvoyer.par, schemaRenvoi, async ({ saisie, agent, portee, at }) => {
  const fait = await renvoyerProposition(portee, agent, saisie.vu, saisie.remarque, at);
  return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?fait=renvoi` } : suiteDuRefus(portee, saisie.vu, fait);
});

export const faireCorriger = actionAgent(
  'corriger_lettre',
  CYCLE.corriger_lettre.par,
  schemaCorrection,
  async ({ saisie, agent, portee, at }) => {
    const fait = await corrigerLettre(portee, agent, saisie.vu, saisie.textes, at);
    return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}/decision?fait=correction` } : suiteDuRefus(portee, saisie.vu, fait);
  },
);

/**
 * A signature engages the State: who signs proves again who they are, unless it was a moment ago. When somebody wrote meanwhile the page is
 * read again: nobody signs what they have not read.
 */
export const faireSigner = actionAgent(
  'signer',
  CYCLE.accepter.par,
  schemaSignature,
  async ({ saisie, agent, portee, at }) => {
    const fait = await signerDecision(portee, agent, saisie.vu, saisie.sens, at);
    return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?fait=decision` } : fait;
  },
  { confirmation: CONFIRMATION },
);

/** As much as signing: what was decided is no more. */
export const faireAnnuler = actionAgent(
  'annuler_decision',
  CYCLE.annuler_decision.par,
  schemaAnnulation,
  async ({ saisie, agent, portee, at }) => {
    const fait = await annulerDecision(portee, agent, saisie.vu, saisie, at);
    return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?fait=annulation` } : fait;
  },
  { confirmation: CONFIRMATION },
);
