'use server';
import { actionAgent } from '#guard/action.ts';
import { garderPhrase } from '../phrases/commands.ts';
import { phrasesDe } from '../phrases/queries.ts';
import { attribuerNumero, prendreEnCharge, verifierPiece } from './commands.ts';
import { suiteDuRefus } from './presence/queries.ts';
import { schemaAvis, schemaNumero, schemaVu } from './schema.ts';

export const fairePrendreEnCharge = actionAgent('prendre_en_charge', ['instructeur'], schemaVu, async ({ saisie, agent, portee, at }) => {
  const fait = await prendreEnCharge(portee, agent, saisie, at);
  return fait.ok ? { vers: `/instruction/${saisie.dossierId}?fait=prise_en_charge` } : suiteDuRefus(portee, saisie, fait);
});

export const faireVerifierPiece = actionAgent(
  'verifier_piece',
  ['instructeur'],
  schemaAvis,
  async ({ saisie, brut, agent, portee, at }) => {
    // without scripts, the button of a sentence brings the page back with it in the observation
    if (saisie.sorte === 'phrase') {
      const reprise = (await phrasesDe(portee)).find((p) => p.id === saisie.phrase);
      return { etat: { valeurs: { ...brut, observation: reprise?.texte ?? saisie.observation } } };
    }
    const { vu, avis, garder } = saisie;
    const fait = await verifierPiece(portee, agent, vu, avis, at);
    if (!fait.ok) return suiteDuRefus(portee, vu, fait);
    if (garder) await garderPhrase(portee, agent, garder, 'moi', at);
    return { vers: `/instruction/${vu.dossierId}?apres=${encodeURIComponent(avis.piece)}#piece` };
  },
);

export const faireAttribuerNumero = actionAgent(
  'attribuer_numero',
  ['instructeur'],
  schemaNumero,
  async ({ saisie, agent, portee, at }) => {
    const fait = await attribuerNumero(portee, agent, saisie.vu, saisie.choix, at);
    return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?fait=numero` } : suiteDuRefus(portee, saisie.vu, fait);
  },
);
