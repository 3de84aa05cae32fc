import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { driver } from '#platform/db.ts';

export type LigneCloche = { id: string; titre: string; disponibleLe: Date; estLue: boolean };
export type Cloche = { nonLues: number; lignes: LigneCloche[] };

const LIGNES = 5;

/**
 * The bell (S-156, S-157): how many are unread, and the last five. One query. `enLecture` is the one that this very page opens: the
 * header is written while the page is, and must not call unread what stands below it.
 */
export async function lireCloche({ compteId }: PorteeUsager, at: Date, enLecture: string | null = null): Promise<Cloche> {
  const lues = await driver().$queryRaw<{ id: string; titre: string; disponible_le: Date; est_lue: boolean; non_lues: number }[]>`
    SELECT id, titre, disponible_le, ouverte_le IS NOT NULL OR id IS NOT DISTINCT FROM ${enLecture}::uuid AS est_lue,
      count(*) FILTER (WHERE ouverte_le IS NULL AND id IS DISTINCT FROM ${enLecture}::uuid) OVER ()::int AS non_lues
    FROM notification WHERE compte_id = ${compteId}::uuid AND disponible_le <= ${at}
    ORDER BY disponible_le DESC, id DESC LIMIT ${LIGNES}`;
  return {
    nonLues: lues[0]?.non_lues ?? 0,
    lignes: lues.map((l) => ({ id: l.id, titre: l.titre, disponibleLe: l.disponible_le, estLue: l.est_lue })),
  };
}
