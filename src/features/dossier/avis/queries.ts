// The opinions of a dossier, and those that a préfecture awaits.
import 'server-only';
import type { PorteeAgent, PorteeLecture } from '#domain/access/scope.ts';
import type { SensAvis, SorteAvis } from '#domain/dossier/evenements.ts';
import type { Jour } from '#domain/jour.ts';
import { driver } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { lisible } from '../queries.ts';

export type AvisLu = {
  id: string;
  sorte: SorteAvis;
  deposeLe: Date;
  demandeLe: Date;
  par: string;
  question: string;
  departLe: Jour | null;
  sens: SensAvis | null;
  texte: string;
  renduLe: Jour | null;
  recueilliPar: string | null;
};

/** Latest first. One query. */
export async function avisDuDossier(portee: PorteeLecture, dossierId: string): Promise<AvisLu[]> {
  if (!isId(dossierId)) return [];
  return driver().$queryRaw<AvisLu[]>`
    SELECT v.id, v.sorte, d.depose_le AS "deposeLe", v.demande_le AS "demandeLe", coalesce(a.prenom || ' ' || a.nom, '') AS par, v.question,
      to_char(v.depart_le, 'YYYY-MM-DD') AS "departLe", v.sens, coalesce(v.texte, '') AS texte, to_char(v.rendu_le, 'YYYY-MM-DD') AS "renduLe", b.prenom || ' ' || b.nom AS "recueilliPar"
    FROM avis v JOIN dossier d ON d.id = v.dossier_id LEFT JOIN agent a ON a.id = v.demande_par LEFT JOIN agent b ON b.id = v.rendu_par
    WHERE v.dossier_id = ${dossierId}::uuid AND ${lisible(portee)} ORDER BY v.demande_le DESC, v.id DESC`;
}

export type AvisEnAttente = {
  id: string;
  dossierId: string;
  numero: string;
  demandeur: string;
  procedure: string;
  sorte: SorteAvis;
  question: string;
  deposeLe: Date;
  demandeLe: Date;
  departLe: Jour | null;
};

export const PAR_PAGE = 50;

/** Those of these kinds that are awaited on the dossiers that this agent may read, oldest first. One query. */
export async function avisAttendus(
  portee: PorteeAgent,
  sortes: readonly SorteAvis[],
  page: number,
): Promise<{ lignes: AvisEnAttente[]; total: number }> {
  const lignes = await driver().$queryRaw<(AvisEnAttente & { total: number })[]>`
    SELECT v.id, v.dossier_id AS "dossierId", d.numero, d.demandeur, d.procedure, v.sorte, v.question, d.depose_le AS "deposeLe",
      v.demande_le AS "demandeLe", to_char(v.depart_le, 'YYYY-MM-DD') AS "departLe", (count(*) OVER ())::int AS total
    FROM avis v JOIN dossier d ON d.id = v.dossier_id
    WHERE v.sens IS NULL AND v.sorte = ANY(${[...sortes]}::text[]) AND d.statut = 'en_instruction' AND ${lisible(portee)}
    ORDER BY v.demande_le, v.id LIMIT ${PAR_PAGE} OFFSET ${(Math.max(1, page) - 1) * PAR_PAGE}`;
  return { lignes: lignes.map(({ total: _, ...ligne }) => ligne), total: lignes[0]?.total ?? 0 };
}
