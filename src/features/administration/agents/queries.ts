// Agents as those who manage them see them: never what they read. Each query stays inside the scope.
import 'server-only';
import { ROLES_AGENT, type RoleAgent } from '#domain/access/actors.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { type Prefecture, prefectures } from '#features/configuration/prefectures/queries.ts';
import { db, Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import type { DemandeAgents } from './schema.ts';

export type LigneAgent = {
  id: string;
  email: string;
  nom: string;
  prenom: string;
  qualite: string;
  roles: RoleAgent[];
  prefecture: string | null;
  actif: boolean;
  vuLe: Date | null;
};

const ressort = ({ prefecture }: PorteeAdministration) => Prisma.sql`(${prefecture}::text IS NULL OR a.prefecture_code = ${prefecture})`;
const enRoles = (roles: readonly string[]) => ROLES_AGENT.filter((r) => roles.includes(r));

/** One page, by name. Two queries. */
export async function listerAgents(
  portee: PorteeAdministration,
  { q, role, prefecture, etat, page, parPage }: DemandeAgents,
): Promise<{ lignes: LigneAgent[]; total: number }> {
  const filtre = Prisma.sql`${ressort(portee)} AND a.actif = ${etat === 'actifs'}
    AND (${role}::role_agent IS NULL OR ${role}::role_agent = ANY(a.roles))
    AND (${prefecture}::text IS NULL OR a.prefecture_code = ${prefecture})
    AND (${q} = '' OR cle_de_nom(a.nom || ' ' || a.prenom) LIKE cle_de_nom(${q}) || '%' OR starts_with(a.email, lower(${q})))`;
  const [lignes, [compte]] = await Promise.all([
    db().$queryRaw<LigneAgent[]>`
      SELECT a.id, a.email, a.nom, a.prenom, a.qualite, a.roles::text[] AS roles, p.nom AS prefecture, a.actif,
        (SELECT max(s.vue_le) FROM session s WHERE s.agent_id = a.id) AS "vuLe"
      FROM agent a LEFT JOIN prefecture p ON p.code = a.prefecture_code
      WHERE ${filtre} ORDER BY a.nom, a.prenom, a.id LIMIT ${parPage} OFFSET ${(page - 1) * parPage}`,
    db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM agent a WHERE ${filtre}`,
  ]);
  return { lignes: lignes.map((l) => ({ ...l, roles: enRoles(l.roles) })), total: compte?.n ?? 0 };
}

export type AgentGere = LigneAgent & {
  version: number;
  prefectureCode: string | null;
  facteurs: number;
  /** dossiers in charge that still wait for somebody: their numbers only */
  enCharge: readonly string[];
};

/** Null: not there, or not of this scope. One query. */
export async function agentGere(portee: PorteeAdministration, id: string): Promise<AgentGere | null> {
  if (!isId(id)) return null;
  const [ligne] = await db().$queryRaw<AgentGere[]>`
    SELECT a.id, a.email, a.nom, a.prenom, a.qualite, a.roles::text[] AS roles, p.nom AS prefecture, a.prefecture_code AS "prefectureCode",
      a.actif, a.version, (SELECT max(s.vue_le) FROM session s WHERE s.agent_id = a.id) AS "vuLe",
      (SELECT count(*)::int FROM facteur f WHERE f.agent_id = a.id AND f.confirme_le IS NOT NULL) AS facteurs,
      ARRAY(SELECT d.numero FROM dossier d WHERE d.agent_id = a.id AND d.statut IN ('depose', 'en_instruction', 'propose')
        ORDER BY d.statut, d.depose_le LIMIT 200) AS "enCharge"
    FROM agent a LEFT JOIN prefecture p ON p.code = a.prefecture_code WHERE a.id = ${id}::uuid AND ${ressort(portee)}`;
  return ligne ? { ...ligne, roles: enRoles(ligne.roles) } : null;
}

/** The prefectures that may be given. */
export async function prefecturesDuRessort({ prefecture }: PorteeAdministration): Promise<Prefecture[]> {
  return (await prefectures()).filter(({ code }) => prefecture === null || code === prefecture);
}
