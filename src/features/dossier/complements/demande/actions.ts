'use server';
import { actionAgent } from '#guard/action.ts';
import { demanderComplement } from './commands.ts';
import { schemaDemande } from './schema.ts';

export const faireDemanderComplement = actionAgent(
  'demander_complement',
  ['instructeur'],
  schemaDemande,
  async ({ saisie, agent, portee, at }) => {
    const fait = await demanderComplement(portee, agent, saisie, at);
    return fait.ok ? { vers: `/instruction/${saisie.dossierId}?fait=complement` } : fait;
  },
);
