'use server';
import { CONFIRMATION } from '#features/compte/facteurs/commands.ts';
import { actionAgent } from '#guard/action.ts';
import { attribuerNumero, prendreEnCharge, proposerDecision, renvoyerProposition, signerDecision, verifierPiece } from './commands.ts';
import { schemaAvis, schemaNumero, schemaProposition, schemaRenvoi, schemaSignature, schemaVu } from './schema.ts';

export const fairePrendreEnCharge = actionAgent('prendre_en_charge', ['instructeur'], schemaVu, async ({ saisie, agent, portee, at }) => {
  const fait = await prendreEnCharge(portee, agent, saisie, at);
  return fait.ok ? { vers: `/instruction/${saisie.dossierId}?fait=prise_en_charge` } : fait;
});

export const faireVerifierPiece = actionAgent('verifier_piece', ['instructeur'], schemaAvis, async ({ saisie, agent, portee, at }) => {
  const fait = await verifierPiece(portee, agent, saisie.vu, saisie.avis, at);
  return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?apres=${encodeURIComponent(saisie.avis.piece)}#piece` } : fait;
});

export const faireAttribuerNumero = actionAgent(
  'attribuer_numero',
  ['instructeur'],
  schemaNumero,
  async ({ saisie, agent, portee, at }) => {
    const fait = await attribuerNumero(portee, agent, saisie.vu, saisie.choix, at);
    return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?fait=numero` } : fait;
  },
);

export const faireProposer = actionAgent('proposer', ['instructeur'], schemaProposition, async ({ saisie, agent, portee, at }) => {
  const fait = await proposerDecision(portee, agent, saisie.vu, saisie.projet, at);
  return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?fait=proposition` } : fait;
});

export const faireRenvoyer = actionAgent('renvoyer', ['valideur'], schemaRenvoi, async ({ saisie, agent, portee, at }) => {
  const fait = await renvoyerProposition(portee, agent, saisie.vu, saisie.remarque, at);
  return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?fait=renvoi` } : fait;
});

/** A signature engages the State: who signs proves again who they are, unless it was a moment ago. */
export const faireSigner = actionAgent(
  'signer',
  ['valideur'],
  schemaSignature,
  async ({ saisie, agent, portee, at }) => {
    const fait = await signerDecision(portee, agent, saisie.vu, saisie.sens, at);
    return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?fait=decision` } : fait;
  },
  { confirmation: CONFIRMATION },
);
