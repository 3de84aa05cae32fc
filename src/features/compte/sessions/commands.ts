// A session that is ended opens nothing any more, at the very next request.
import 'server-only';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';
import { titulaire } from '../facteurs/queries.ts';

export async function terminerSession(portee: PorteeAcces, sessionId: string, at: Date): Promise<void> {
  await db().session.updateMany({ where: { ...titulaire(portee), id: sessionId, revoqueeLe: null }, data: { revoqueeLe: at } });
}

/** All of them but this one. */
export async function terminerAutres(portee: PorteeAcces, ici: string, at: Date): Promise<void> {
  await db().session.updateMany({ where: { ...titulaire(portee), id: { not: ici }, revoqueeLe: null }, data: { revoqueeLe: at } });
}
