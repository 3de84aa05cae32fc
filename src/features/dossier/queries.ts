// Which dossiers a scope reaches, for the queries that are not written in SQL.
import 'server-only';
import type { Droit } from '#domain/access/mandat.ts';
import { confiesAvec, type PorteeDossiers } from '#domain/access/scope.ts';
import type { Prisma } from '#platform/db.ts';

/** Condition on a dossier: it is of this compte, or confided with this right. */
export function sienOuConfie(portee: PorteeDossiers, droit: Droit): Prisma.DossierWhereInput {
  const confies = { id: { in: confiesAvec(portee, droit) } };
  return portee.compteId === null ? confies : { OR: [{ compteId: portee.compteId }, confies] };
}
