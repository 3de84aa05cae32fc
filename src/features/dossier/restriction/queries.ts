// The agents who may be put on the list of a restricted dossier, and those who are. One query.
import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';

export type Habilitable = { id: string; nom: string; qualite: string; estHabilite: boolean };

/** `dossierId` was read through the same scope by the caller. */
export async function habilitables(portee: PorteeAgent, dossierId: string): Promise<Habilitable[]> {
  return db().$queryRaw<Habilitable[]>`
    SELECT a.id, a.prenom || ' ' || a.nom AS nom, a.qualite, h.agent_id IS NOT NULL AS "estHabilite"
    FROM agent a LEFT JOIN habilitation h ON h.agent_id = a.id AND h.dossier_id = ${dossierId}::uuid
    WHERE a.prefecture_code = ${portee.prefecture} AND a.actif AND a.roles && ${[...rolesAyant('lire_dossiers')]}::role_agent[]
    ORDER BY a.nom, a.prenom`;
}
