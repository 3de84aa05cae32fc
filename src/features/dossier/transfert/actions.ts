'use server';
import { CYCLE } from '#domain/dossier/lifecycle.ts';
import { actionAgent } from '#guard/action.ts';
import { transfererDossier } from './commands.ts';
import { schemaTransfert } from './schema.ts';

/** Who has transferred it no longer sees it: back to the queue. */
export const faireTransferer = actionAgent('transferer', CYCLE.transferer.par, schemaTransfert, async ({ saisie, agent, portee, at }) => {
  const fait = await transfererDossier(portee, agent, saisie.vu, saisie, at);
  return fait.ok ? { vers: '/instruction' } : fait;
});
