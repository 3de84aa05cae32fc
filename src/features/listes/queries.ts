// Lists of pieces as administrators see them: every version, drafts included.
import 'server-only';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import type { Jour } from '#domain/jour.ts';
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { cleDeListe } from '#domain/procedure/liste-suivie.ts';
import { lirePieces } from '#features/configuration/queries.ts';
import { db, type Tx } from '#platform/db.ts';
import { type Modification, schemaModifications } from './schema.ts';

export type VersionLue = {
  cle: string;
  version: number;
  estBrouillon: boolean;
  effetLe: Jour;
  source: string;
  raison: string;
  nombre: number;
  auteur: string | null;
  creeLe: Date;
  publiePar: string | null;
  publieeLe: Date | null;
};

/** The list that this administrator edits: the national one, or what their préfecture adds. */
export const cleEditee = ({ prefecture }: PorteeAdministration, procedure: string): string => cleDeListe(procedure, prefecture);

/** Every version in sight, latest first: all the national ones, and the additions of one's préfecture, or of all for a national administrator. */
export async function versions({ prefecture }: PorteeAdministration, procedure: string | null): Promise<VersionLue[]> {
  return db().$queryRaw<VersionLue[]>`
    SELECT l.procedure AS cle, l.version, l.etat = 'brouillon' AS "estBrouillon", to_char(l.effet_le, 'YYYY-MM-DD') AS "effetLe", l.source, l.raison,
      jsonb_array_length(l.pieces) AS nombre, a.prenom || ' ' || a.nom AS auteur, l.cree_le AS "creeLe",
      p.prenom || ' ' || p.nom AS "publiePar", l.publiee_le AS "publieeLe"
    FROM liste_pieces l LEFT JOIN agent a ON a.id = l.auteur_id LEFT JOIN agent p ON p.id = l.publiee_par
    WHERE (${procedure}::text IS NULL OR split_part(l.procedure, '@', 1) = ${procedure})
      AND (${prefecture}::text IS NULL OR split_part(l.procedure, '@', 2) IN ('', ${prefecture}))
    ORDER BY l.procedure, l.version DESC`;
}

export type ListeEditee = {
  cle: string;
  version: number;
  estBrouillon: boolean;
  effetLe: Jour;
  source: string;
  raison: string;
  revision: number;
  base: number | null;
  modifications: readonly Modification[];
  pieces: readonly PieceDemandee[];
};
type Ligne = Omit<ListeEditee, 'pieces' | 'modifications'> & { pieces: string; modifications: unknown };

const lire = ({ pieces, modifications, ...ligne }: Ligne): ListeEditee => ({
  ...ligne,
  modifications: schemaModifications.parse(modifications),
  pieces: lirePieces(pieces),
});

/** One version; null when there is none. `verrou`: under lock, in a transaction that changes it. */
export async function versionEditee(base: Pick<Tx, '$queryRaw'>, cle: string, version: number): Promise<ListeEditee | null> {
  const [ligne] = await base.$queryRaw<Ligne[]>`
    SELECT procedure AS cle, version, etat = 'brouillon' AS "estBrouillon", to_char(effet_le, 'YYYY-MM-DD') AS "effetLe", source, raison, revision,
      base, modifications, pieces::text AS pieces
    FROM liste_pieces WHERE procedure = ${cle} AND version = ${version}`;
  return ligne ? lire(ligne) : null;
}

/** The same, outside a transaction, inside the scope. */
export async function listeLue(portee: PorteeAdministration, cle: string, version: number): Promise<ListeEditee | null> {
  const [, prefecture] = cle.split('@');
  if (prefecture !== undefined && portee.prefecture !== null && prefecture !== portee.prefecture) return null;
  return versionEditee(db(), cle, version);
}

/** Codes of every published version of a list: they carry files from one version to the next, and never change. */
export async function codesPublies(base: Pick<Tx, '$queryRaw'>, cle: string): Promise<string[]> {
  const lignes = await base.$queryRaw<{ code: string }[]>`
    SELECT DISTINCT p->>'code' AS code FROM liste_pieces l, jsonb_array_elements(l.pieces) p WHERE l.procedure = ${cle} AND l.etat <> 'brouillon'`;
  return lignes.map((l) => l.code);
}

/** The same, outside a transaction. */
export const codesPubliesDe = (cle: string): Promise<string[]> => codesPublies(db(), cle);
