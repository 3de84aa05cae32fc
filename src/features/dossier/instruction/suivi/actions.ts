'use server';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { actionAgent } from '#guard/action.ts';
import { ecarterDoublon, noter } from './commands.ts';
import { schemaDoublon, schemaMarque, schemaNote } from './schema.ts';

export const faireNoter = actionAgent('noter', LECTEURS_DE_DOSSIERS, schemaNote, async ({ saisie, agent, portee, at }) => {
  const fait = await noter(portee, agent, saisie.dossierId, saisie.texte, null, at);
  return fait.ok ? { vers: `/instruction/${saisie.dossierId}?fait=note#notes` } : fait;
});

export const faireMarquer = actionAgent('marquer_controle', LECTEURS_DE_DOSSIERS, schemaMarque, async ({ saisie, agent, portee, at }) => {
  const fait = await noter(portee, agent, saisie.dossierId, saisie.texte, saisie.marque, at);
  return fait.ok ? { vers: `/instruction/${saisie.dossierId}?fait=controle#controle-${saisie.marque.controle}` } : fait;
});

export const faireEcarterDoublon = actionAgent('ecarter_doublon', ['instructeur'], schemaDoublon, async ({ saisie, agent, portee, at }) => {
  const fait = await ecarterDoublon(portee, agent, saisie.dossierId, saisie.numero, at);
  return fait.ok ? { vers: `/instruction/${saisie.dossierId}?fait=doublon#doublons` } : fait;
});
