import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';

/** Is there a password to ask? Otherwise a recent log-in is. */
export async function aUnMotDePasse({ compteId }: PorteeUsager): Promise<boolean> {
  return (await db().compte.count({ where: { id: compteId, motDePasse: { not: null } } })) > 0;
}
