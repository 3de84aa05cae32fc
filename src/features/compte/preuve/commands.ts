import 'server-only';
import { verify } from '#adapters/password-hash/password-hash.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { db } from '#platform/db.ts';

/** A log-in is a proof by itself for this long. */
const MINUTES_CONNEXION_RECENTE = 15;

export type QuiProuve = { compteId: string; sessionId: string };

/**
 * The holder proves to be there: their password, or, for a compte that has none, a session opened a moment ago. Refuses
 * `mot_de_passe_faux` or `preuve_ancienne`. The caller brakes the tries.
 */
export async function prouver({ compteId, sessionId }: QuiProuve, motDePasse: string, at: Date): Promise<Resultat<null>> {
  const compte = await db().compte.findUnique({ where: { id: compteId }, select: { motDePasse: true } });
  if (!compte) return refuse('introuvable');
  if (compte.motDePasse !== null) return (await verify(compte.motDePasse, motDePasse)) ? ok(null) : refuse('mot_de_passe_faux');
  const depuis = new Date(at.getTime() - MINUTES_CONNEXION_RECENTE * 60_000);
  const recente = await db().session.count({ where: { id: sessionId, compteId, revoqueeLe: null, creeLe: { gte: depuis } } });
  return recente > 0 ? ok(null) : refuse('preuve_ancienne', { minutes: String(MINUTES_CONNEXION_RECENTE) });
}
