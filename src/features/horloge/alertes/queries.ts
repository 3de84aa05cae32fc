// Alerts by name, and the attestations that the clocks have prepared. One statement each.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { estCodeRegle } from '#domain/delais/echeances.ts';
import { ATTESTATIONS, type CodeRegle } from '#domain/delais/regles.ts';
import type { Jour } from '#domain/jour.ts';
import { lisible } from '#features/dossier/queries.ts';
import { driver } from '#platform/db.ts';

export const PAR_PAGE = 50;

export type LigneDue = {
  dossierId: string;
  numero: string;
  demandeur: string;
  procedure: string;
  code: CodeRegle;
  le: Jour;
  agent: string | null;
};
type Lue = Omit<LigneDue, 'code'> & { code: string; total: number };

const enLignes = (lues: readonly Lue[]): { lignes: LigneDue[]; total: number } => ({
  lignes: lues.flatMap(({ total: _, code, ...ligne }) => (estCodeRegle(code) ? [{ ...ligne, code }] : [])),
  total: lues[0]?.total ?? 0,
});

/** What this agent was named for and nobody has done yet, the most urgent first. `page` from 1. */
export async function mesAlertes(portee: PorteeAgent, page: number): Promise<{ lignes: LigneDue[]; total: number }> {
  return enLignes(
    await driver().$queryRaw<Lue[]>`
      SELECT d.id AS "dossierId", d.numero, coalesce(d.demandeur, '') AS demandeur, d.procedure, x.code,
        to_char(x.echeance_le, 'YYYY-MM-DD') AS le, g.prenom || ' ' || g.nom AS agent, count(*) OVER ()::int AS total
      FROM alerte x JOIN dossier d ON d.id = x.dossier_id LEFT JOIN agent g ON g.id = d.agent_id
      WHERE x.agent_id = ${portee.agentId}::uuid AND x.levee_le IS NULL AND ${lisible(portee)}
      ORDER BY x.echeance_le, x.id LIMIT ${PAR_PAGE} OFFSET ${(page - 1) * PAR_PAGE}`,
  );
}

/** The attestations due in the préfecture, each dossier once, the nearest end first. `miens`: of the dossiers in one's charge only. */
export async function attestationsDues(portee: PorteeAgent, miens: boolean, page: number): Promise<{ lignes: LigneDue[]; total: number }> {
  return enLignes(
    await driver().$queryRaw<Lue[]>`
      SELECT d.id AS "dossierId", d.numero, coalesce(d.demandeur, '') AS demandeur, d.procedure, x.code,
        to_char(x.echeance_le, 'YYYY-MM-DD') AS le, g.prenom || ' ' || g.nom AS agent, count(*) OVER ()::int AS total
      FROM (SELECT DISTINCT dossier_id, code, echeance_le FROM alerte WHERE code = ANY(${[...ATTESTATIONS]}::text[]) AND levee_le IS NULL) x
        JOIN dossier d ON d.id = x.dossier_id LEFT JOIN agent g ON g.id = d.agent_id
      WHERE ${lisible(portee)} AND (NOT ${miens}::boolean OR d.agent_id = ${portee.agentId}::uuid)
      ORDER BY x.echeance_le, d.id LIMIT ${PAR_PAGE} OFFSET ${(page - 1) * PAR_PAGE}`,
  );
}
