'use server';
// Second factors: the same gestures for a usager, an agent, and an agent who must make a first one before anything else.
import type { PorteeAcces } from '#domain/access/scope.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import { actionAcces } from '#guard/action.ts';
import { aUnePreuve, champDeLaPreuve, essayerPreuve, lirePreuve } from '#guard/confirmation.ts';
import { entrerApresFacteur } from '#guard/entree.ts';
import { ACCUEIL } from '#guard/niveaux.ts';
import { refusAuChamp, type Suite } from '#guard/respond.ts';
import { noterFacteur, type SessionAcces } from '#guard/session.ts';
import { freiner } from '#guard/throttle.ts';
import { enregistrerCle, preparerCle, preparerPreuve } from './cles/commands.ts';
import { CONFIRMATION, retirerFacteur } from './commands.ts';
import { codesRestants } from './queries.ts';
import { LIEUX, schemaApplication, schemaCle, schemaGeste, schemaRetrait } from './schema.ts';
import { creerCodes } from './secours/commands.ts';
import { commencerApplication, confirmerApplication } from './totp/commands.ts';

type Appel = { brut: { [nom: string]: Brut }; session: SessionAcces; portee: PorteeAcces; at: Date };
type AvecRetour = Appel & { saisie: { retour?: string } };

const lieu = ({ porte, niveau }: SessionAcces) => LIEUX[niveau === 'enrolement' ? 'enrolement' : porte];
const suite = (retour: string | undefined, debut = '?') => (retour ? `${debut}retour=${encodeURIComponent(retour)}` : '');

const CONFIRMER = { confirmation: CONFIRMATION };
const PAR_SESSION = { nom: 'defi', max: 60, minutes: 15 };

/** A factor has just been added: recovery codes come with the first one. An agent who was enrolling comes in. */
async function apresAjout({ session, portee, at }: Appel, retour: string | undefined): Promise<Suite> {
  if (session.niveau === 'enrolement') {
    await entrerApresFacteur(session, retour, at);
    return { vers: `${LIEUX.agent}/codes?premier=1${suite(retour, '&')}` };
  }
  await noterFacteur(session.acteur.sessionId, at);
  return { vers: (await codesRestants(portee)) === 0 ? `${lieu(session)}/codes?premier=1` : `${lieu(session)}?fait=facteur` };
}

// ----- the page between the password and the rest

async function prouverFacteur({ saisie, brut, session, at }: AvecRetour): Promise<Suite> {
  const preuve = lirePreuve(brut);
  if (!aUnePreuve(preuve)) return { etat: { erreurs: { 'preuve.code': 'Écrivez le code à 6 chiffres, ou choisissez un autre moyen.' } } };
  const fait = await essayerPreuve(CONFIRMATION, session, preuve, at);
  if (fait.ok) return entrerApresFacteur(session, saisie.retour, at);
  return refusAuChamp(fait, champDeLaPreuve(preuve));
}
export const prouverFacteurUsager = actionAcces('prouver_facteur', 'usager', ['facteur'], schemaGeste, prouverFacteur);
export const prouverFacteurAgent = actionAcces('prouver_facteur', 'agent', ['facteur'], schemaGeste, prouverFacteur);

/** The page that asks again, for what is read rather than posted: an export, a restricted dossier. */
export const confirmerAgent = actionAcces(
  'confirmer_agent',
  'agent',
  ['complete'],
  schemaGeste,
  async ({ saisie }) => ({ vers: saisie.retour ?? ACCUEIL.agent }),
  CONFIRMER,
);

async function donnerDefi({ session, portee, at }: Appel): Promise<Suite> {
  const frein = await freiner([[PAR_SESSION, session.acteur.sessionId]], at);
  return frein ?? { etat: { defi: await preparerPreuve(portee, session.acteur.sessionId, at) } };
}
export const defiPreuveUsager = actionAcces('defi_preuve', 'usager', ['complete', 'facteur'], schemaGeste, donnerDefi);
export const defiPreuveAgent = actionAcces('defi_preuve', 'agent', ['complete', 'facteur'], schemaGeste, donnerDefi);

// ----- an authenticator application

async function ajouterApplication({ saisie, session, portee, at }: AvecRetour): Promise<Suite> {
  await commencerApplication(portee, at);
  return { vers: `${lieu(session)}/application${suite(saisie.retour)}` };
}
export const ajouterApplicationUsager = actionAcces(
  'ajouter_application',
  'usager',
  ['complete'],
  schemaGeste,
  ajouterApplication,
  CONFIRMER,
);
export const ajouterApplicationAgent = actionAcces(
  'ajouter_application',
  'agent',
  ['complete'],
  schemaGeste,
  ajouterApplication,
  CONFIRMER,
);
export const enrolerApplication = actionAcces('enroler_application', 'agent', ['enrolement'], schemaGeste, ajouterApplication);

async function verifierApplication(appel: AvecRetour & { saisie: { code: string; nom: string } }): Promise<Suite> {
  const fait = await confirmerApplication(appel.portee, appel.saisie, appel.at);
  if (!fait.ok) return { etat: { erreurs: { code: phraseDuRefus(fait.refus, fait.details) } } };
  return apresAjout(appel, appel.saisie.retour);
}
export const verifierApplicationUsager = actionAcces(
  'verifier_application',
  'usager',
  ['complete'],
  schemaApplication,
  verifierApplication,
);
export const verifierApplicationAgent = actionAcces('verifier_application', 'agent', ['complete'], schemaApplication, verifierApplication);
export const verifierApplicationEnrolee = actionAcces(
  'verifier_application',
  'agent',
  ['enrolement'],
  schemaApplication,
  verifierApplication,
);

// ----- a passkey

async function donnerDefiCle({ session, portee, at }: Appel): Promise<Suite> {
  const frein = await freiner([[PAR_SESSION, session.acteur.sessionId]], at);
  return frein ?? { etat: { defi: await preparerCle(portee, session.acteur.sessionId, at) } };
}
export const defiCleUsager = actionAcces('defi_cle', 'usager', ['complete'], schemaGeste, donnerDefiCle, CONFIRMER);
export const defiCleAgent = actionAcces('defi_cle', 'agent', ['complete'], schemaGeste, donnerDefiCle, CONFIRMER);
export const defiCleEnrolee = actionAcces('defi_cle', 'agent', ['enrolement'], schemaGeste, donnerDefiCle);

async function garderCle(appel: AvecRetour & { saisie: { cle: string; nom: string } }): Promise<Suite> {
  const fait = await enregistrerCle(appel.portee, appel.saisie, appel.session.acteur.sessionId, appel.at);
  return fait.ok ? apresAjout(appel, appel.saisie.retour) : fait;
}
export const garderCleUsager = actionAcces('garder_cle', 'usager', ['complete'], schemaCle, garderCle);
export const garderCleAgent = actionAcces('garder_cle', 'agent', ['complete'], schemaCle, garderCle);
export const garderCleEnrolee = actionAcces('garder_cle', 'agent', ['enrolement'], schemaCle, garderCle);

/** From the list to the page of the key: the proof is asked here, before the browser asks for a finger. */
async function ouvrirCle({ session }: Appel): Promise<Suite> {
  return { vers: `${lieu(session)}/cle` };
}
export const ajouterCleUsager = actionAcces('ajouter_cle', 'usager', ['complete'], schemaGeste, ouvrirCle, CONFIRMER);
export const ajouterCleAgent = actionAcces('ajouter_cle', 'agent', ['complete'], schemaGeste, ouvrirCle, CONFIRMER);

// ----- what is there

async function retirer({ saisie, session, portee, at }: Appel & { saisie: { facteur: string } }): Promise<Suite> {
  const fait = await retirerFacteur(portee, saisie.facteur, at);
  return fait.ok ? { vers: `${lieu(session)}?fait=retrait` } : fait;
}
export const retirerFacteurUsager = actionAcces('retirer_facteur', 'usager', ['complete'], schemaRetrait, retirer, CONFIRMER);
export const retirerFacteurAgent = actionAcces('retirer_facteur', 'agent', ['complete'], schemaRetrait, retirer, CONFIRMER);

/** Shown once: the answer of this very post, and nothing afterwards. */
async function donnerCodes({ portee, at }: Appel): Promise<Suite> {
  const fait = await creerCodes(portee, at);
  return fait.ok ? { etat: { codes: fait.valeur } } : fait;
}
export const creerCodesUsager = actionAcces('creer_codes', 'usager', ['complete'], schemaGeste, donnerCodes, CONFIRMER);
export const creerCodesAgent = actionAcces('creer_codes', 'agent', ['complete'], schemaGeste, donnerCodes, CONFIRMER);
