import 'server-only';
import type { Jour } from '#domain/jour.ts';
import type { ListeDePieces } from '#domain/procedure/definition.ts';
import { db, Prisma, type Sql } from '#platform/db.ts';

type LigneListe = { version: number; effet: string; source: string; raison: string; pieces: ListeDePieces['pieces'] };

/** The list of pieces in force on a day (D-05): published once its first day has come. */
export async function listeDuJour(base: Pick<Sql, '$queryRaw'>, procedure: string, jour: Jour): Promise<ListeDePieces> {
  const [ligne] = await base.$queryRaw<LigneListe[]>`
    SELECT version, to_char(effet_le, 'YYYY-MM-DD') AS effet, source, raison, pieces FROM liste_pieces
    WHERE procedure = ${procedure} AND etat IN ('publiee', 'remplacee') AND effet_le <= ${jour}::date
    ORDER BY effet_le DESC, version DESC LIMIT 1`;
  if (!ligne) throw new Error(`aucune liste de pièces en vigueur pour ${procedure} au ${jour}`);
  return listeLue(ligne);
}

/** SQL value: the list in force that day, as `ListeDePieces` in JSON, for a query that reads other things with it. */
export function listeLe(procedure: Prisma.Sql, jour: Jour): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('version', l.version, 'effetLe', to_char(l.effet_le, 'YYYY-MM-DD'), 'source', l.source,
      'raison', l.raison, 'pieces', l.pieces) FROM liste_pieces l
    WHERE l.procedure = ${procedure} AND l.etat IN ('publiee', 'remplacee') AND l.effet_le <= ${jour}::date
    ORDER BY l.effet_le DESC, l.version DESC LIMIT 1)`;
}

/** A list as it was at a deposit. */
export async function listeVersion(procedure: string, version: number): Promise<ListeDePieces> {
  const [ligne] = await db().$queryRaw<LigneListe[]>`
    SELECT version, to_char(effet_le, 'YYYY-MM-DD') AS effet, source, raison, pieces FROM liste_pieces
    WHERE procedure = ${procedure} AND version = ${version}`;
  if (!ligne) throw new Error(`liste ${version} inconnue pour ${procedure}`);
  return listeLue(ligne);
}

function listeLue({ version, effet, source, raison, pieces }: LigneListe): ListeDePieces {
  return { version, effetLe: effet, source, raison, pieces };
}
