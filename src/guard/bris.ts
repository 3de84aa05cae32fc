// An exceptional opening: one dossier, one administrator, for a while. The row says it, at each request; without it there is no scope.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { aLePouvoir } from '#domain/access/roles.ts';
import { type PorteeBris, porteeBris } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';

export type Ouverture = { motif: string; le: Date; finLe: Date };

/** The opening in force of this dossier by this agent, with the scope that it gives; null otherwise. */
export async function ouvertureEnCours(
  { agentId, roles }: Agent,
  dossierId: string,
  at: Date,
): Promise<{ ouverture: Ouverture; portee: PorteeBris } | null> {
  if (!isId(dossierId) || !aLePouvoir(roles, 'briser_la_glace')) return null;
  const ouverture = await db().brisDeGlace.findFirst({
    where: { agentId, dossierId, le: { lte: at }, finLe: { gt: at } },
    orderBy: { finLe: 'desc' },
    select: { motif: true, le: true, finLe: true },
  });
  return ouverture && { ouverture, portee: porteeBris({ dossierId, agentId }) };
}
