'use server';
import { refresh } from 'next/cache';
import { LECTEURS_DE_DOSSIERS, rolesAyant } from '#domain/access/roles.ts';
import { refuse } from '#domain/result.ts';
import { actionAgent } from '#guard/action.ts';
import { distribuer, ecrireRegle, monterRegle, reaffecter, suivre, supprimerRegle, traiterLot } from './commands.ts';
import {
  GESTES_DU_CHEF,
  schemaDistribution,
  schemaGesteSurRegle,
  schemaLot,
  schemaReaffectation,
  schemaRegle,
  schemaSuivi,
} from './schema.ts';

const CHEFS = rolesAyant('distribuer');

/** Several dossiers of the queue, one gesture; the answer says what became of each. */
export const faireLot = actionAgent('lot', rolesAyant('lire_dossiers'), schemaLot, async ({ saisie, agent, portee, at }) => {
  if (GESTES_DU_CHEF.includes(saisie.geste) && !agent.roles.some((r) => CHEFS.includes(r))) return refuse('non_autorise');
  const resultats = await traiterLot(portee, agent, saisie, at);
  refresh();
  return { etat: { resultats } };
});

export const faireDistribuer = actionAgent('distribuer', CHEFS, schemaDistribution, async ({ saisie, agent, portee, at }) => {
  const resultats = await distribuer(portee, agent, saisie.maniere, at);
  refresh();
  return { etat: { resultats } };
});

export const faireReaffecter = actionAgent('reaffecter', CHEFS, schemaReaffectation, async ({ saisie, agent, portee, at }) => {
  const resultats = await reaffecter(portee, agent, saisie.de, saisie.vers === '' ? null : saisie.vers, at);
  refresh();
  return { etat: { resultats } };
});

export const faireRegle = actionAgent('ecrire_regle', CHEFS, schemaRegle, async ({ saisie, portee, at }) => {
  const fait = await ecrireRegle(portee, saisie, at);
  return fait.ok ? { vers: '/instruction/attribution?fait=regle' } : fait;
});

export const faireGesteSurRegle = actionAgent('geste_sur_regle', CHEFS, schemaGesteSurRegle, async ({ saisie, portee }) => {
  await (saisie.geste === 'monter' ? monterRegle(portee, saisie.regle) : supprimerRegle(portee, saisie.regle));
  return { vers: `/instruction/attribution?fait=${saisie.geste}` };
});

export const faireSuivre = actionAgent('suivre', LECTEURS_DE_DOSSIERS, schemaSuivi, async ({ saisie, portee, at }) => {
  const fait = await suivre(portee, saisie.dossier, saisie.suivre, at);
  if (!fait.ok) return fait;
  refresh();
  return { etat: { succes: saisie.suivre ? 'Vous suivez ce dossier.' : 'Vous ne suivez plus ce dossier.' } };
});
