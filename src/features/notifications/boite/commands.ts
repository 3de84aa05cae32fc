import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';

/** First opening = acknowledgement of receipt (S-158, CRPA R.112-20). The first instant stays: opening again changes nothing. */
export async function ouvrirNotification(portee: PorteeUsager, id: string, at: Date): Promise<void> {
  if (!isId(id)) return;
  await db().notification.updateMany({ where: { id, compteId: portee.compteId, ouverteLe: null }, data: { ouverteLe: at } });
}

/**
 * Gives or withdraws the agreement to be notified electronically (D-07, CRPA R.112-17 and R.112-18). Asking for the state that already
 * is changes no date. Both dates are kept on the compte, and the change is in the log with its instant.
 */
export async function changerConsentement(portee: PorteeUsager, accepte: boolean, at: Date): Promise<void> {
  const actif = { consentementLe: { not: null }, consentementFinLe: null };
  const { count } = accepte
    ? await db().compte.updateMany({ where: { id: portee.compteId, NOT: actif }, data: { consentementLe: at, consentementFinLe: null } })
    : await db().compte.updateMany({ where: { id: portee.compteId, ...actif }, data: { consentementFinLe: at } });
  if (count > 0) logger().info({ compte: portee.compteId, accepte, le: at.toISOString() }, 'consentement aux notifications électroniques');
}
