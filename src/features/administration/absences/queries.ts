// Absences of the agents of a prefecture, present and to come.
import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { db } from '#platform/db.ts';

export type AbsenceLue = { id: string; agentId: string; agent: string; remplacant: string; debutLe: Jour; finLe: Jour; enCharge: number };

/** `deLui`: of one agent only. One query. */
export async function absences(portee: PorteeAgent, deLui: string | null, at: Date): Promise<AbsenceLue[]> {
  return db().$queryRaw<AbsenceLue[]>`
    SELECT b.id, b.agent_id AS "agentId", a.prenom || ' ' || a.nom AS agent, coalesce(r.prenom || ' ' || r.nom, '') AS remplacant,
      to_char(b.debut_le, 'YYYY-MM-DD') AS "debutLe", to_char(b.fin_le, 'YYYY-MM-DD') AS "finLe",
      (SELECT count(*)::int FROM dossier d WHERE d.agent_id = a.id AND d.statut IN ('depose', 'en_instruction', 'propose')) AS "enCharge"
    FROM absence b JOIN agent a ON a.id = b.agent_id LEFT JOIN agent r ON r.id = b.remplacant_id
    WHERE a.prefecture_code = ${portee.prefecture} AND b.fin_le >= ${jourDe(at)}::date AND (${deLui}::uuid IS NULL OR b.agent_id = ${deLui}::uuid)
    ORDER BY b.debut_le, a.nom LIMIT 200`;
}

/** Agents of the prefecture who have dossiers in charge: those who may be away, and replace. */
export async function equipe(portee: PorteeAgent): Promise<{ valeur: string; libelle: string }[]> {
  const agents = await db().agent.findMany({
    where: { actif: true, prefectureCode: portee.prefecture, roles: { hasSome: [...rolesAyant('lire_dossiers')] } },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
    select: { id: true, nom: true, prenom: true },
  });
  return agents.map((a) => ({ valeur: a.id, libelle: `${a.prenom} ${a.nom}` }));
}
