// The agreement to be notified electronically (D-07, CRPA R.112-17 and R.112-18): each giving and each withdrawal is one row, never rewritten.
import 'server-only';
import type { Tx } from '#platform/db.ts';

export type CanalConsentement = 'creation' | 'compte' | 'guichet';

/**
 * Records that the agreement is given or withdrawn, in the caller's transaction. Asking for the state that already is writes nothing
 * and changes no date. Value: whether something changed.
 */
export async function consignerConsentement(
  tx: Tx,
  { compteId, donne, canal }: { compteId: string; donne: boolean; canal: CanalConsentement },
  at: Date,
): Promise<boolean> {
  const actif = { consentementLe: { not: null }, consentementFinLe: null };
  const { count } = donne
    ? await tx.compte.updateMany({ where: { id: compteId, NOT: actif }, data: { consentementLe: at, consentementFinLe: null } })
    : await tx.compte.updateMany({ where: { id: compteId, ...actif }, data: { consentementFinLe: at } });
  if (count > 0) await tx.consentement.create({ data: { compteId, donne, canal, le: at } });
  return count > 0;
}
