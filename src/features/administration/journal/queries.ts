// What administrators did, latest first. A local one reads what was done by and to the agents of their prefecture.
import 'server-only';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';

export type ActeLu = { id: string; le: Date; par: string; type: string; cible: string | null; faits: Record<string, string> };

/** `avant`: identifier of the last row of the page before. One query. */
export async function actes({ prefecture }: PorteeAdministration, avant: string | null, combien: number): Promise<ActeLu[]> {
  const borne = avant === null ? null : BigInt(avant);
  return db().$queryRaw<ActeLu[]>`
    SELECT j.id::text, j.le, a.prenom || ' ' || a.nom AS par, j.type, c.prenom || ' ' || c.nom AS cible, j.faits
    FROM acte_administration j JOIN agent a ON a.id = j.agent_id LEFT JOIN agent c ON c.id = j.cible_id
    WHERE (${prefecture}::text IS NULL OR a.prefecture_code = ${prefecture} OR c.prefecture_code = ${prefecture})
      AND (${borne}::bigint IS NULL OR j.id < ${borne}::bigint)
    ORDER BY j.id DESC LIMIT ${combien}`;
}
