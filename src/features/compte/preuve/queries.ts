import 'server-only';
import { estRecente } from '#domain/access/preuve.ts';
import type { PorteeAcces } from '#domain/access/scope.ts';
import type { Moyens } from '#guard/formulaire.ts';
import { db } from '#platform/db.ts';
import { moyensDe } from '../facteurs/queries.ts';

export type PreuveDemandee = {
  /** otherwise a recent log-in is asked */
  aMotDePasse: boolean;
  /** what its second factor may be proven with; null: none, or proven a moment ago in this session */
  facteur: Moyens | null;
};

/** What the holder of a compte must prove before a gesture without return: everything that opens the compte. Up to four queries. */
export async function preuveDemandee(acces: PorteeAcces, sessionId: string, at: Date): Promise<PreuveDemandee> {
  const [compte, moyens, session] = await Promise.all([
    db().compte.findUnique({ where: { id: acces.id }, select: { motDePasse: true } }),
    moyensDe(acces),
    db().session.findFirst({ where: { id: sessionId, compteId: acces.id, revoqueeLe: null }, select: { facteurLe: true } }),
  ]);
  const aUnFacteur = moyens.code || moyens.cle;
  const vientDeProuver = estRecente(session?.facteurLe ?? null, at);
  return { aMotDePasse: typeof compte?.motDePasse === 'string', facteur: aUnFacteur && !vientDeProuver ? moyens : null };
}
