'use server';
import { refresh } from 'next/cache';
import { phraseDuRefus } from '#domain/refusals.ts';
import { actionAgent, actionUsager } from '#guard/action.ts';
import type { Suite } from '#guard/respond.ts';
import { freiner } from '#guard/throttle.ts';
import { classerMessages, ecrireEnAgent, ecrireMessage, garderMessage, reprendreMessage } from './commands.ts';
import { retirerDuMessage } from './fichiers/commands.ts';
import { REDACTEURS, schemaJointe, schemaMessage, schemaReprise, schemaTraite, schemaVersement } from './schema.ts';
import { verser } from './versement/commands.ts';

/** A conversation, not a torrent. */
const PAR_COMPTE = { nom: 'messages-compte', max: 30, minutes: 60 };

const GARDE: Suite = { etat: { succes: 'Votre message est enregistré. Il n’est pas encore envoyé.' } };
/** Told beside the field of the words. */
const auTexte = (refus: 'message_vide' | 'ajout_vide'): Suite => ({ etat: { erreurs: { texte: phraseDuRefus(refus) } } });

/** The person writes, or adds something on their own. */
export const faireEcrire = actionUsager('ecrire', schemaMessage, async ({ saisie, usager, portee, at }) => {
  const appel = { acteur: usager, portee, at };
  if (saisie.geste === 'garder') {
    const garde = await garderMessage(appel, saisie);
    return garde.ok ? GARDE : garde;
  }
  const frein = await freiner([[PAR_COMPTE, usager.compteId]], at);
  if (frein) return frein;
  const fait = await ecrireMessage(appel, saisie);
  if (!fait.ok) return fait.refus === 'message_vide' || fait.refus === 'ajout_vide' ? auTexte(fait.refus) : fait;
  const page = `/mon-compte/dossiers/${saisie.dossierId}`;
  return { vers: saisie.sorte === 'complement' ? `${page}?fait=ajout` : `${page}/messages?fait=envoye#fin` };
});

export const retirerJointe = actionUsager('retirer_jointe', schemaJointe, async ({ saisie, usager }) => {
  const retire = await retirerDuMessage({ auteurSorte: 'usager', auteurId: usager.compteId }, saisie.fichier);
  if (!retire.ok) return retire;
  refresh();
  return { etat: { succes: 'Le fichier a été supprimé.' } };
});

const pageAgent = (dossierId: string, fait: string) => ({ vers: `/instruction/${dossierId}/messages?fait=${fait}#fin` });

/** An agent writes: it leaves a moment later. */
export const faireEcrireEnAgent = actionAgent('ecrire_en_agent', REDACTEURS, schemaMessage, async ({ saisie, agent, portee, at }) => {
  const appel = { acteur: agent, portee, at };
  const message = { ...saisie, sorte: 'message' as const };
  if (saisie.geste === 'garder') {
    const garde = await garderMessage(appel, message);
    return garde.ok ? GARDE : garde;
  }
  const fait = await ecrireEnAgent(appel, message);
  if (!fait.ok) return fait.refus === 'message_vide' ? auTexte(fait.refus) : fait;
  return pageAgent(saisie.dossierId, 'ecrit');
});

export const retirerJointeAgent = actionAgent('retirer_jointe_agent', REDACTEURS, schemaJointe, async ({ saisie, agent }) => {
  const retire = await retirerDuMessage({ auteurSorte: 'agent', auteurId: agent.agentId }, saisie.fichier);
  if (!retire.ok) return retire;
  refresh();
  return { etat: { succes: 'Le fichier a été supprimé.' } };
});

export const faireReprendre = actionAgent('reprendre_message', REDACTEURS, schemaReprise, async ({ saisie, agent, portee, at }) => {
  const fait = await reprendreMessage({ acteur: agent, portee, at }, saisie.message);
  return fait.ok ? pageAgent(fait.valeur, 'repris') : fait;
});

export const faireClasser = actionAgent('classer_messages', ['instructeur'], schemaTraite, async ({ saisie, agent, portee, at }) => {
  const fait = await classerMessages({ acteur: agent, portee, at }, saisie.dossier);
  return fait.ok ? pageAgent(saisie.dossier, 'classe') : fait;
});

export const faireVerser = actionAgent('verser', ['instructeur'], schemaVersement, async ({ saisie, agent, portee, at }) => {
  const fait = await verser(portee, agent, saisie, at);
  return fait.ok ? { vers: `/instruction/${saisie.vu.dossierId}?fait=versement&piece=${saisie.piece}#piece` } : fait;
});
