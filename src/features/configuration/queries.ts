import 'server-only';
import type { Jour } from '#domain/jour.ts';
import type { ListeDePieces } from '#domain/procedure/definition.ts';
import { cleDeListe, type ListeSuivie, lireReference, listeSuivie } from '#domain/procedure/liste-suivie.ts';
import { schemaPieces } from '#domain/procedure/schema-liste.ts';
import { driver, Prisma, type Sql } from '#platform/db.ts';

/** One row; pieces as text. */
export type LigneListe = { procedure: string; version: number; effet: string; source: string; raison: string; pieces: string };

/** Lists read so far, by their very text: a published list never changes, and is checked once per process. */
const lues = new Map<string, ListeDePieces['pieces']>();
const LUES_MAX = 1000;

/** Pieces as the database holds them. Throws when they are not a list: nothing wrong goes further. */
export function lirePieces(texte: string): ListeDePieces['pieces'] {
  const connues = lues.get(texte);
  if (connues) return connues;
  const pieces = schemaPieces.parse(JSON.parse(texte));
  if (lues.size >= LUES_MAX) lues.clear();
  lues.set(texte, pieces);
  return pieces;
}

const lireListe = ({ version, effet, source, raison, pieces }: LigneListe): ListeDePieces => ({
  version,
  effetLe: effet,
  source,
  raison,
  pieces: lirePieces(pieces),
});

/** The national list among these rows, with what the préfecture adds. */
function assembler(lignes: readonly LigneListe[], procedure: string): ListeSuivie | null {
  const nationale = lignes.find((l) => l.procedure === procedure);
  const locale = lignes.find((l) => l.procedure !== procedure);
  return nationale ? listeSuivie(lireListe(nationale), locale ? { ...lireListe(locale), cle: locale.procedure } : null) : null;
}

/**
 * The list of pieces in force on a day (D-05): published once its first day has come. `prefecture`: where the request will be filed, whose
 * additions come after the national pieces; null while its address is not known. One query. Null when no list is in force.
 */
export async function chercherListeDuJour(
  base: Pick<Sql, '$queryRaw'>,
  procedure: string,
  jour: Jour,
  prefecture: string | null = null,
): Promise<ListeSuivie | null> {
  const lignes = await base.$queryRaw<LigneListe[]>`
    SELECT DISTINCT ON (procedure) procedure, version, to_char(effet_le, 'YYYY-MM-DD') AS effet, source, raison, pieces::text AS pieces
    FROM liste_pieces
    WHERE procedure IN (${procedure}, ${cleDeListe(procedure, prefecture)}) AND etat IN ('publiee', 'remplacee') AND effet_le <= ${jour}::date
    ORDER BY procedure, effet_le DESC, version DESC`;
  return assembler(lignes, procedure);
}

/** One row without its pieces; `rang` names it as it is written. */
export type ListeNommee = Omit<LigneListe, 'pieces'> & { rang: string };

/** SQL value on `x`, a list: which row, written by which transaction. */
const RANG = Prisma.sql`(x.procedure || '#' || x.version || '#' || x.xmin::text)`;

/** SQL value: the national list in force that day and every addition to it, named in JSON, for a query that reads other things with them. */
export function listesLe(procedure: Prisma.Sql, jour: Jour): Prisma.Sql {
  return Prisma.sql`(SELECT json_agg(json_build_object('procedure', l.procedure, 'version', l.version, 'effet', to_char(l.effet_le, 'YYYY-MM-DD'),
      'source', l.source, 'raison', l.raison, 'rang', l.rang))
    FROM (SELECT DISTINCT ON (x.procedure) x.procedure, x.version, x.effet_le, x.source, x.raison, ${RANG} AS rang FROM liste_pieces x
      WHERE (x.procedure = ${procedure} OR starts_with(x.procedure, ${procedure} || '@')) AND x.etat IN ('publiee', 'remplacee')
        AND x.effet_le <= ${jour}::date
      ORDER BY x.procedure, x.effet_le DESC, x.version DESC) l)`;
}

/** Texts of the lists that `listesLe` named, by row as it was written: one rewritten has another name, even under the same version. */
const textes = new Map<string, string>();

/** The rows that `listesLe` named, with their pieces: read once per process, since a published list never changes. A query the first time. */
export async function listesNommees(base: Pick<Sql, '$queryRaw'>, nommees: readonly ListeNommee[] | null): Promise<LigneListe[]> {
  const inconnues = (nommees ?? []).filter((l) => !textes.has(l.rang)).map((l) => l.rang);
  if (inconnues.length > 0) {
    if (textes.size >= LUES_MAX) textes.clear();
    const lignes = await base.$queryRaw<{ rang: string; pieces: string }[]>`
      SELECT ${RANG} AS rang, x.pieces::text AS pieces FROM liste_pieces x
      WHERE x.procedure = ANY(${(nommees ?? []).map((l) => l.procedure)}::text[])`;
    for (const { rang, pieces } of lignes) textes.set(rang, pieces);
  }
  return (nommees ?? []).map(({ rang, ...liste }) => {
    const pieces = textes.get(rang);
    if (pieces === undefined) throw new Error(`liste ${liste.version} de ${liste.procedure} : introuvable`);
    return { ...liste, pieces };
  });
}

/** The list that a request of this préfecture follows, among those that `listesLe` gave; null when none is in force. */
export function listeParmi(lignes: readonly LigneListe[], procedure: string, prefecture: string | null): ListeSuivie | null {
  const cles = [procedure, cleDeListe(procedure, prefecture)];
  return assembler(
    lignes.filter((l) => cles.includes(l.procedure)),
    procedure,
  );
}

/** The same, of a procedure that is open that day: it has a list. */
export async function listeDuJour(...demande: Parameters<typeof chercherListeDuJour>): Promise<ListeSuivie> {
  const liste = await chercherListeDuJour(...demande);
  if (!liste) throw new Error(`aucune liste de pièces en vigueur pour ${demande[1]} au ${demande[2]}`);
  return liste;
}

/** A list as it was at a deposit. `locale`: the reference kept by the dossier. One query. */
export async function listeVersion(procedure: string, version: number, locale: string | null = null): Promise<ListeSuivie> {
  return listeVersionDe(driver(), procedure, version, locale);
}

/** The same, in a transaction. */
export async function listeVersionDe(
  base: Pick<Sql, '$queryRaw'>,
  procedure: string,
  version: number,
  locale: string | null,
): Promise<ListeSuivie> {
  const ajout = lireReference(locale);
  const lignes = await base.$queryRaw<LigneListe[]>`
    SELECT procedure, version, to_char(effet_le, 'YYYY-MM-DD') AS effet, source, raison, pieces::text AS pieces FROM liste_pieces
    WHERE (procedure = ${procedure} AND version = ${version}) OR (procedure = ${ajout?.cle ?? null} AND version = ${ajout?.version ?? null}::int)`;
  const liste = assembler(lignes, procedure);
  if (!liste) throw new Error(`liste ${version} inconnue pour ${procedure}`);
  return liste;
}
