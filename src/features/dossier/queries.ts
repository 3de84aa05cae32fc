// Which dossiers a scope reaches: the ONE place that says it, in SQL and for the queries that are not written in SQL.
import 'server-only';
import type { Droit } from '#domain/access/mandat.ts';
import { confiesAvec, type PorteeAgent, type PorteeDossiers, type PorteeLecture } from '#domain/access/scope.ts';
import { DEPOSES } from '#domain/dossier/statuts.ts';
import { Prisma } from '#platform/db.ts';

/** Condition on a dossier: it is of this compte, or confided with this right. */
export function sienOuConfie(portee: PorteeDossiers, droit: Droit): Prisma.DossierWhereInput {
  const confies = { id: { in: confiesAvec(portee, droit) } };
  return portee.compteId === null ? confies : { OR: [{ compteId: portee.compteId }, confies] };
}

/** SQL condition on `d` (a dossier already known to be deposited, in the prefecture): restricted ones only for whom may see them (C40). */
export function nonCache({ agentId, ordinaires, restreints }: PorteeAgent): Prisma.Sql {
  if (restreints === 'tous') return ordinaires ? Prisma.sql`true` : Prisma.sql`d.restreint`;
  if (restreints === 'aucun') return ordinaires ? Prisma.sql`NOT d.restreint` : Prisma.sql`false`;
  // an array read once, before the dossiers: the queue stays a walk along its index
  const habilite = Prisma.sql`d.id = ANY(ARRAY(SELECT h.dossier_id FROM habilitation h WHERE h.agent_id = ${agentId}::uuid))`;
  return ordinaires ? Prisma.sql`(NOT d.restreint OR ${habilite})` : Prisma.sql`(d.restreint AND ${habilite})`;
}

/** SQL condition on `d`, a dossier: this agent may read it. Never a draft, never another prefecture, never a restricted one unseen. */
export function lisible(portee: PorteeLecture): Prisma.Sql {
  const depose = Prisma.sql`d.statut NOT IN ('brouillon', 'abandonne')`;
  if ('dossierId' in portee) return Prisma.sql`(d.id = ${portee.dossierId}::uuid AND ${depose})`;
  return Prisma.sql`(d.prefecture_code = ${portee.prefecture} AND ${depose} AND ${nonCache(portee)})`;
}

/** SQL value: the delegations of signature of an agent, whatever their state, as `Delegation[]` in JSON. */
export function delegationsDe(agentId: string): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('reference', g.reference, 'sortes', g.sortes, 'debutLe', g.debut_le, 'finLe', g.fin_le,
    'estRevoquee', g.revoquee_le IS NOT NULL) ORDER BY g.debut_le DESC) FROM delegation g WHERE g.agent_id = ${agentId}::uuid)`;
}

/** The same condition for the queries that are not written in SQL. */
export function lisibleParAgent(portee: PorteeLecture): Prisma.DossierWhereInput {
  const statut = { in: [...DEPOSES] };
  if ('dossierId' in portee) return { id: portee.dossierId, statut };
  const { prefecture: prefectureCode, agentId, ordinaires, restreints } = portee;
  const vus: Prisma.DossierWhereInput[] = ordinaires ? [{ restreint: false }] : [];
  if (restreints === 'tous') vus.push({ restreint: true });
  if (restreints === 'habilites') vus.push({ restreint: true, habilitations: { some: { agentId } } });
  return { prefectureCode, statut, OR: vus };
}
