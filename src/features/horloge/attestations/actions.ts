'use server';
import { refresh } from 'next/cache';
import { actionAgent } from '#guard/action.ts';
import { schemaLot } from '../schema.ts';
import { delivrerEnLot } from './commands.ts';

/** The dossiers ticked, one button; the answer says what became of each. */
export const faireDelivrer = actionAgent('delivrer_api', ['instructeur', 'valideur'], schemaLot, async ({ saisie, agent, portee, at }) => {
  const resultats = await delivrerEnLot(portee, agent, saisie.ids, at);
  refresh();
  return { etat: { resultats } };
});
