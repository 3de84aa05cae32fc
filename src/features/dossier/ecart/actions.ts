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
    const page = `/instruction/${saisie.vu.dossierId}`;
    const { piece } = fait.valeur;
    return { vers: piece === null ? `${page}/messages?fait=ecart` : `${page}?fait=ecart&piece=${encodeURIComponent(piece)}#piece` };
  },
);
