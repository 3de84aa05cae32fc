// The one gesture by which a person comes in, whatever proved who they are: password, link by mail, OpenID provider.
// Everything that must be asked afterwards is asked here, so that no way in can forget it: the second factor of a usager who has one,
// the second factor of every agent.
import 'server-only';
import { premierePage } from '#domain/access/espaces.ts';
import { db, transaction } from '#platform/db.ts';
import { enqueue } from '#platform/queue.ts';
import { appareilConnu, reconnaitreAppareil } from './appareil.ts';
import { reprendreDepart } from './depart.ts';
import { ACCUEIL, type Porte, pageDuNiveau } from './niveaux.ts';
import { completerSession, fermerSession, type Moyen, type Ouverture, ouvrirSession, type SessionAcces } from './session.ts';

type Vers = { vers: string };

/** `estInvite`: by the link of an invitation, used once. */
type ArriveeAgent = { retour?: string; estForte?: boolean; estInvite?: boolean } & Pick<Ouverture, 'jetonExterne'>;

/** `provisoire`: came with a provisional password, which opens the reset page and nothing else (D-01). */
type Arrivee = { retour?: string; provisoire?: boolean } & Pick<Ouverture, 'jetonExterne'>;

/**
 * Opens the session of a compte whose holder has just been proven, and says where to go (S-061): to the page of the second factor when
 * there is one, whatever the way in. The former session of this browser ends: a cookie planted before is worth nothing. Server actions
 * and callback routes only.
 */
export async function entrer(
  compteId: string,
  moyen: Moyen,
  at: Date,
  { retour, provisoire = false, jetonExterne }: Arrivee = {},
): Promise<Vers> {
  await fermerSession('usager', at);
  const niveau = provisoire ? 'reinitialisation' : (await aUnFacteur('usager', compteId)) ? 'facteur' : 'complete';
  const sessionId = await ouvrirSession('usager', compteId, niveau, at, { moyen, jetonExterne });
  if (niveau === 'complete') await signalerAppareil(compteId, sessionId, at);
  if (niveau !== 'facteur') await reconnaitreAppareil(compteId, at);
  return { vers: niveau === 'complete' ? await arriveeUsager(compteId, retour) : pageDuNiveau('usager', niveau, retour) };
}

/**
 * The same for an agent, who always has a second factor: to prove, or, by the link of an invitation only, to make first. `estForte`: the
 * provider of the State has already asked for one. Null: there is no factor and no invitation; a password alone, which somebody else may
 * have come first with, makes none. Nothing is opened.
 */
export async function entrerAgent(
  agentId: string,
  moyen: Moyen,
  at: Date,
  { retour, jetonExterne, estForte = false, estInvite = false }: ArriveeAgent = {},
): Promise<Vers | null> {
  const niveau = estForte ? 'complete' : (await aUnFacteur('agent', agentId)) ? 'facteur' : estInvite ? 'enrolement' : null;
  if (niveau === null) return null;
  await fermerSession('agent', at);
  await ouvrirSession('agent', agentId, niveau, at, { moyen, jetonExterne, ...(estForte ? { facteurLe: at } : {}) });
  return { vers: niveau === 'complete' ? (retour ?? (await accueilAgent(agentId))) : pageDuNiveau('agent', niveau, retour) };
}

/** The second factor has been proven, or made: a new session, complete, in the place of the one that waited. */
export async function entrerApresFacteur({ porte, acteur }: SessionAcces, retour: string | undefined, at: Date): Promise<Vers> {
  const sessionId = await completerSession(porte, acteur.sessionId, at);
  if (acteur.sorte === 'agent') return { vers: retour ?? (await accueilAgent(acteur.agentId)) };
  if (sessionId) await signalerAppareil(acteur.compteId, sessionId, at);
  await reconnaitreAppareil(acteur.compteId, at);
  return { vers: await arriveeUsager(acteur.compteId, retour) };
}

/** A browser that has never opened this compte: its holder is told, after the answer. */
async function signalerAppareil(compteId: string, sessionId: string, at: Date): Promise<void> {
  if ((await appareilConnu(compteId, at)) === null) await transaction((tx) => enqueue(tx, 'appareil', { sessionId }));
}

async function aUnFacteur(porte: Porte, id: string): Promise<boolean> {
  const qui = porte === 'usager' ? { compteId: id } : { agentId: id };
  return (await db().facteur.count({ where: { ...qui, confirmeLe: { not: null } } })) > 0;
}

/** The page asked for, then what they came for before they had a compte, then the first page of their compte. */
async function arriveeUsager(compteId: string, retour: string | undefined): Promise<string> {
  const depart = await reprendreDepart();
  return retour ?? depart ?? (await accueilUsager(compteId));
}

/** Who has a number, of titre or of visa, goes to the home page; the others to the entry question of a first request. */
async function accueilUsager(compteId: string): Promise<string> {
  const compte = await db().compte.findUnique({ where: { id: compteId }, select: { numeroEtranger: true, numeroVisa: true } });
  return compte?.numeroEtranger || compte?.numeroVisa ? ACCUEIL.usager : '/premiere-demande';
}

/** The first page that their roles open; without any, the log-in page says so. */
async function accueilAgent(agentId: string): Promise<string> {
  const agent = await db().agent.findUnique({ where: { id: agentId }, select: { roles: true } });
  return premierePage(agent?.roles ?? []) ?? ACCUEIL.agent;
}
