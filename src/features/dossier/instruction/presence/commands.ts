// Two agents on one dossier see each other. A row says who has it open and since when; one that nobody renews says nothing after a while.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { driver } from '#platform/db.ts';
import { lisible } from '../../queries.ts';

export type Present = { nom: string; depuis: Date };

/** Without scripts a page says once that it is open; with them, every minute. */
const MINUTES = 5;
/** Rows that nobody will read again go with the readings of the others, a few at a time. */
const MENAGE = 20;

/** Says that this agent has it open, and gives the others, the first arrived first. One statement; nothing when it is not theirs. */
export async function signalerPresence(portee: PorteeAgent, dossierId: string, at: Date): Promise<Present[]> {
  return driver().$queryRaw<Present[]>`
    WITH limite AS (SELECT ${at}::timestamptz - make_interval(mins => ${MINUTES}::int) AS le),
    dite AS (
      INSERT INTO presence AS p (dossier_id, agent_id, vu_le, ouverte_le)
      SELECT d.id, ${portee.agentId}::uuid, ${at}, ${at} FROM dossier d WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)}
      ON CONFLICT (dossier_id, agent_id) DO UPDATE
        SET vu_le = excluded.vu_le, ouverte_le = CASE WHEN p.vu_le < (SELECT le FROM limite) THEN excluded.vu_le ELSE p.ouverte_le END
      RETURNING dossier_id),
    menage AS (
      DELETE FROM presence WHERE (dossier_id, agent_id) IN (
        SELECT dossier_id, agent_id FROM presence WHERE vu_le < ${at}::timestamptz - interval '1 day'
        ORDER BY vu_le LIMIT ${MENAGE} FOR UPDATE SKIP LOCKED))
    SELECT a.prenom || ' ' || a.nom AS nom, p.ouverte_le AS depuis
    FROM dite JOIN presence p ON p.dossier_id = dite.dossier_id JOIN agent a ON a.id = p.agent_id
    WHERE p.agent_id <> ${portee.agentId}::uuid AND p.vu_le >= (SELECT le FROM limite) ORDER BY p.ouverte_le`;
}
