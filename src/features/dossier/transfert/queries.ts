// Where a dossier may go, and where it should: the préfecture that a declared change of address made competent.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { STATUTS, type Statut } from '#domain/dossier/statuts.ts';
import { driver, Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { lisible } from '../queries.ts';

export type Ailleurs = { code: string; nom: string };

/** SQL value on `d`: code named by the last change of address that was declared elsewhere. */
const PROPOSEE = Prisma.sql`(SELECT e.faits->>'vers' FROM evenement e WHERE e.dossier_id = d.id AND e.type = 'changement_signale' ORDER BY e.id DESC LIMIT 1)`;

/** Where a dossier should go, by name; null: nowhere else. One query. */
export async function destinationProposee(
  portee: PorteeAgent,
  dossierId: string,
): Promise<{ statut: Statut; proposee: string | null } | null> {
  if (!isId(dossierId)) return null;
  const [ligne] = await driver().$queryRaw<{ statut: string; proposee: string | null }[]>`
    SELECT d.statut::text, (SELECT p.nom FROM prefecture p WHERE p.code = ${PROPOSEE} AND p.code <> d.prefecture_code) AS proposee
    FROM dossier d WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)}`;
  const statut = STATUTS.find((s) => s === ligne?.statut);
  return ligne && statut ? { statut, proposee: ligne.proposee } : null;
}

/** Every préfecture but this one, by code; and the code proposed by the last change of address that names another. One query. */
export async function destinations(portee: PorteeAgent, dossierId: string): Promise<{ prefectures: Ailleurs[]; proposee: string | null }> {
  if (!isId(dossierId)) return { prefectures: [], proposee: null };
  const [ligne] = await driver().$queryRaw<{ prefectures: Ailleurs[] | null; proposee: string | null }[]>`
    SELECT (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'nom', p.nom) ORDER BY p.code) FROM prefecture p WHERE p.code <> d.prefecture_code) AS prefectures,
      ${PROPOSEE} AS proposee
    FROM dossier d WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)}`;
  const prefectures = ligne?.prefectures ?? [];
  return { prefectures, proposee: prefectures.find((p) => p.code === ligne?.proposee)?.code ?? null };
}
