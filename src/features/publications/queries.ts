// What administrators see of a reference: every version, drafts included, and who wrote them.
import 'server-only';
import type { Jour } from '#domain/jour.ts';
import { estSorteReference, type SorteReference } from '#domain/publication/sortes.ts';
import type { VersionReference } from '#features/configuration/references/queries.ts';
import { driver } from '#platform/db.ts';

export type VersionLue = VersionReference & {
  id: string;
  revision: number;
  raison: string | null;
  auteur: string;
  modifieLe: Date;
  publieeLe: Date | null;
};

/** Every version of one reference, the latest first. */
export function versionsDe(sorte: SorteReference, cle: string): Promise<VersionLue[]> {
  return driver().$queryRaw<VersionLue[]>`
    SELECT p.id, p.sorte, p.cle, p.version, p.etat, to_char(p.effet_le, 'YYYY-MM-DD') AS "effetLe", p.contenu, p.revision, p.raison,
      p.modifie_le AS "modifieLe", p.publiee_le AS "publieeLe", coalesce(a.prenom || ' ' || a.nom, '–') AS auteur
    FROM publication p LEFT JOIN agent a ON a.id = p.auteur_id
    WHERE p.sorte = ${sorte} AND p.cle = ${cle} ORDER BY p.version DESC`;
}

export type ResumeCle = { cle: string; brouillon: boolean; aVenir: Jour | null; enVigueur: Jour | null };

/** What exists beside the shipped values, key by key. */
export async function resumes(sorte: SorteReference, jour: Jour): Promise<ReadonlyMap<string, ResumeCle>> {
  const lignes = await driver().$queryRaw<ResumeCle[]>`
    SELECT cle, bool_or(etat = 'brouillon') AS brouillon,
      to_char(min(effet_le) FILTER (WHERE etat = 'publiee' AND effet_le > ${jour}::date), 'YYYY-MM-DD') AS "aVenir",
      to_char(max(effet_le) FILTER (WHERE etat = 'publiee' AND effet_le <= ${jour}::date), 'YYYY-MM-DD') AS "enVigueur"
    FROM publication WHERE sorte = ${sorte} GROUP BY cle`;
  return new Map(lignes.map((l) => [l.cle, l]));
}

/** Drafts and coming versions, by sort: the figures of the first page. */
export async function enAttente(jour: Jour): Promise<ReadonlyMap<SorteReference, { brouillons: number; aVenir: number }>> {
  const lignes = await driver().$queryRaw<{ sorte: string; brouillons: number; aVenir: number }[]>`
    SELECT sorte, (count(*) FILTER (WHERE etat = 'brouillon'))::int AS brouillons,
      (count(*) FILTER (WHERE etat = 'publiee' AND effet_le > ${jour}::date))::int AS "aVenir"
    FROM publication GROUP BY sorte`;
  return new Map(lignes.flatMap(({ sorte, ...reste }) => (estSorteReference(sorte) ? [[sorte, reste] as const] : [])));
}
