import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import type { Consentement } from '#domain/delais/complement.ts';
import { db } from '#platform/db.ts';

export type LigneConsentement = { id: string; donne: boolean; canal: string; le: Date };
export type ConsentementLu = { etat: Consentement; historique: readonly LigneConsentement[] };

/** Changes shown: more than anybody makes. */
const LIGNES = 50;

/** Where the agreement stands, and each change of it, latest first. Two queries. */
export async function consentementDe({ compteId }: PorteeUsager): Promise<ConsentementLu> {
  const [compte, lignes] = await Promise.all([
    db().compte.findUniqueOrThrow({ where: { id: compteId }, select: { consentementLe: true, consentementFinLe: true } }),
    db().consentement.findMany({ where: { compteId }, orderBy: { id: 'desc' }, take: LIGNES }),
  ]);
  return {
    etat: { le: compte.consentementLe, finLe: compte.consentementFinLe },
    historique: lignes.map(({ id, donne, canal, le }) => ({ id: String(id), donne, canal, le })),
  };
}
