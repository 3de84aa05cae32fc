// Where a dossier may go, and where it should: the préfecture that a declared change of address made competent.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { driver } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { lisible } from '../queries.ts';

export type Ailleurs = { code: string; nom: string };

/** Every préfecture but this one, by code; and the code proposed by the last change of address that names another. One query. */
export async function destinations(portee: PorteeAgent, dossierId: string): Promise<{ prefectures: Ailleurs[]; proposee: string | null }> {
  if (!isId(dossierId)) return { prefectures: [], proposee: null };
  const [ligne] = await driver().$queryRaw<{ prefectures: Ailleurs[] | null; proposee: string | null }[]>`
    SELECT (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'nom', p.nom) ORDER BY p.code) FROM prefecture p WHERE p.code <> d.prefecture_code) AS prefectures,
      (SELECT e.faits->>'vers' FROM evenement e WHERE e.dossier_id = d.id AND e.type = 'changement_signale' ORDER BY e.id DESC LIMIT 1) AS proposee
    FROM dossier d WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)}`;
  const prefectures = ligne?.prefectures ?? [];
  return { prefectures, proposee: prefectures.find((p) => p.code === ligne?.proposee)?.code ?? null };
}
