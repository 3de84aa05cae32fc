'use server';
import { rolesAyant } from '#domain/access/roles.ts';
import { actionAgent } from '#guard/action.ts';
import { declarerAbsence, supprimerAbsence } from './commands.ts';
import { schemaAbsence, schemaSuppression } from './schema.ts';

export const faireDeclarer = actionAgent(
  'declarer_absence',
  rolesAyant('lire_dossiers'),
  schemaAbsence,
  async ({ saisie, agent, portee, at }) => {
    const fait = await declarerAbsence(portee, agent, saisie, at);
    return fait.ok ? { vers: '/instruction/absences?fait=declaree' } : fait;
  },
);

export const faireSupprimer = actionAgent(
  'supprimer_absence',
  rolesAyant('lire_dossiers'),
  schemaSuppression,
  async ({ saisie, agent, portee, at }) => {
    const fait = await supprimerAbsence(portee, agent, saisie.absence, at);
    return fait.ok ? { vers: '/instruction/absences?fait=supprimee' } : fait;
  },
);
