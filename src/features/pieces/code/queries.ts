import 'server-only';
import type { Sql } from '#platform/db.ts';

/**
 * Does another request, deposited or being filled by somebody, hold this code? Asked under a lock on the code itself: of two requests at
 * once, the second sees the first.
 */
export async function codeDejaDonne(tx: Sql, dossierId: string, valeur: string): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${valeur}, 0))) verrou`;
  const [autre] = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM piece p JOIN dossier d ON d.id = p.dossier_id
    WHERE p.valeur = ${valeur} AND d.id <> ${dossierId}::uuid AND d.statut <> 'abandonne' LIMIT 1`;
  return autre !== undefined;
}
