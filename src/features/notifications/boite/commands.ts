import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';

/**
 * First opening = acknowledgement of receipt (S-158, CRPA R.112-20). The first instant stays: opening again changes nothing.
 * A mandataire who reads it acknowledges nothing for the person: no period runs against somebody who has not read.
 */
export async function ouvrirNotification(portee: PorteeUsager, id: string, at: Date): Promise<void> {
  if (!isId(id)) return;
  await db().notification.updateMany({ where: { id, compteId: portee.compteId, ouverteLe: null }, data: { ouverteLe: at } });
}
