import 'server-only';
import type { Jour } from '#domain/jour.ts';
import type { ListeDePieces } from '#domain/procedure/definition.ts';
import type { Tx } from '#platform/db.ts';

type LigneListe = { version: number; effet: string; source: string; raison: string; pieces: ListeDePieces['pieces'] };

/** The list of pieces in force on a day (D-05): published once its first day has come. */
export async function listeDuJour(base: Pick<Tx, '$queryRaw'>, procedure: string, jour: Jour): Promise<ListeDePieces> {
  const [ligne] = await base.$queryRaw<LigneListe[]>`
    SELECT version, to_char(effet_le, 'YYYY-MM-DD') AS effet, source, raison, pieces FROM liste_pieces
    WHERE procedure = ${procedure} AND etat IN ('publiee', 'remplacee') AND effet_le <= ${jour}::date
    ORDER BY effet_le DESC, version DESC LIMIT 1`;
  if (!ligne) throw new Error(`aucune liste de pièces en vigueur pour ${procedure} au ${jour}`);
  return { version: ligne.version, effetLe: ligne.effet, source: ligne.source, raison: ligne.raison, pieces: ligne.pieces };
}
