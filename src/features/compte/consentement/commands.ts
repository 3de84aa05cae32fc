// The agreement to be notified electronically (D-07, CRPA R.112-17 and R.112-18): each giving and each withdrawal is one row, never rewritten.
import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { type Tx, transaction } from '#platform/db.ts';

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

/** The person changes their mind on their page: history, then a mail that says what it changes. */
export async function changerConsentement({ compteId }: PorteeUsager, donne: boolean, at: Date): Promise<void> {
  await transaction(async (tx) => {
    if (!(await consignerConsentement(tx, { compteId, donne, canal: 'compte' }, at))) return;
    const { email } = await tx.compte.findUniqueOrThrow({ where: { id: compteId }, select: { email: true } });
    await demanderCourriel(tx, {
      cle: `consentement_change:${compteId}:${at.toISOString()}`,
      sorte: 'consentement_change',
      destinataire: email,
      variables: { le: at.toISOString(), donne },
    });
  });
}
