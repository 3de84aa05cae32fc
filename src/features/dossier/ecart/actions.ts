'use server';
import { CYCLE } from '#domain/dossier/lifecycle.ts';
import { actionAgent } from '#guard/action.ts';
import { ecarterFichier } from './commands.ts';
import { schemaEcart } from './schema.ts';

export const faireEcarterFichier = actionAgent(
  'ecarter_fichier',
  CYCLE.ecarter_fichier.par,
  schemaEcart,
  async ({ saisie, agent, portee, at }) => {
    const fait = await ecarterFichier(portee, agent, saisie.vu, saisie.ecart, at);
    if (!fait.ok) return fait;
    return { vers: `/instruction/${saisie.vu.dossierId}?fait=ecart&piece=${encodeURIComponent(fait.valeur.piece)}#piece` };
  },
);
