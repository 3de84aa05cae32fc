import 'server-only';
import { verify } from '#adapters/password-hash/password-hash.ts';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { db } from '#platform/db.ts';
import { type PreuveDonnee, prouver as prouverFacteur } from '../facteurs/commands.ts';
import { preuveDemandee } from './queries.ts';

/** A log-in is a proof by itself for this long. */
const MINUTES_CONNEXION_RECENTE = 15;

export type QuiProuve = { compteId: string; sessionId: string };

/** What a form gives: the password of now, and in `facteur` the proof of a second factor. */
type Donne = { motDePasse: string; facteur: PreuveDonnee };

/**
 * The holder proves to be there, with everything that opens their compte: their password, or a session opened a moment ago when there is
 * none; and their second factor when they have one, unless this session proved it in the last ten minutes. The password first: a code is
 * good once. Refuses `mot_de_passe_faux`, `preuve_ancienne`, `facteur_a_prouver`, or what refuses the factor. The caller brakes the tries.
 */
export async function prouver(acces: PorteeAcces, sessionId: string, { motDePasse, facteur }: Donne, at: Date): Promise<Resultat<null>> {
  const demande = await preuveDemandee(acces, sessionId, at);
  const premier = demande.aMotDePasse ? await leMotDePasse(acces, motDePasse) : await connexionRecente(acces, sessionId, at);
  if (!premier.ok || !demande.facteur) return premier;
  if (!Object.values(facteur).some(Boolean)) return refuse('facteur_a_prouver');
  return prouverFacteur(acces, facteur, sessionId, at);
}

async function leMotDePasse({ id }: PorteeAcces, motDePasse: string): Promise<Resultat<null>> {
  const compte = await db().compte.findUnique({ where: { id }, select: { motDePasse: true } });
  return compte?.motDePasse && (await verify(compte.motDePasse, motDePasse)) ? ok(null) : refuse('mot_de_passe_faux');
}

async function connexionRecente({ id: compteId }: PorteeAcces, sessionId: string, at: Date): Promise<Resultat<null>> {
  const depuis = new Date(at.getTime() - MINUTES_CONNEXION_RECENTE * 60_000);
  const recente = await db().session.count({ where: { id: sessionId, compteId, revoqueeLe: null, creeLe: { gte: depuis } } });
  return recente > 0 ? ok(null) : refuse('preuve_ancienne', { minutes: String(MINUTES_CONNEXION_RECENTE) });
}
