// Other requests that may be of the same person (R.142-20): same birth name and year of birth, then compared by the domain. Never merged
// here. Of another préfecture, only that it exists, its number and where; a restricted one that the agent may not see, nothing at all.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { STATUTS, type Statut } from '#domain/dossier/statuts.ts';
import { type Certitude, ressemblance } from '#domain/personne/doublon.ts';
import { identiteDe } from '#domain/personne/identite.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { driver, Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';
import { lisible } from '../../queries.ts';

export type Ici = { id: string; statut: Statut; procedure: string; deposeLe: Date; demandeur: string; naissance: string };
export type AutreDemande = {
  numero: string;
  prefecture: string;
  /** `sienne`: of the same compte or the same personne, nothing to compare */
  certitude: Certitude | 'sienne';
  /** null: of another préfecture */
  ici: Ici | null;
};

type Ligne = {
  id: string;
  numero: string;
  statut: string;
  procedure: string;
  procedure_version: number;
  depose_le: Date;
  demandeur: string | null;
  prefecture: string;
  sienne: boolean;
  ici: boolean;
  identite: Reponses;
  origine: Reponses;
};

/** Candidates are read along an index; a name that fills a whole country is cut here. */
const AU_PLUS = 50;
const ORDRE = { sienne: 0, meme_personne: 1, a_verifier: 2 } as const;

/** SQL: filed requests of the birth name of `o` whose birth date answers `naissance`, a condition on `n.le`. */
const candidats = (naissance: Prisma.Sql) => Prisma.sql`(
  SELECT n.id FROM dossier n WHERE replace(cle_de_nom(n.reponses->>'nom_naissance'), ' ', '') = o.nom AND ${naissance}
    AND n.statut NOT IN ('brouillon', 'abandonne') LIMIT ${AU_PLUS})`;

const IDENTITE_DE_D = Prisma.sql`jsonb_build_object('nom_naissance', d.reponses->'nom_naissance', 'prenoms', d.reponses->'prenoms',
  'date_naissance', d.reponses->'date_naissance', 'nationalites', d.reponses->'nationalites')`;

/** The surest first, then the latest. One query. A birth date known in part answers those that it does not contradict (D-17). */
export async function autresDemandes(portee: PorteeAgent, dossierId: string): Promise<AutreDemande[]> {
  if (!isId(dossierId)) return [];
  const lignes = await driver().$queryRaw<Ligne[]>`
    WITH o AS MATERIALIZED (
      SELECT d.id, d.compte_id, d.personne_id, d.representation IS NULL AS titulaire,
        replace(cle_de_nom(d.reponses->>'nom_naissance'), ' ', '') AS nom, d.reponses->>'date_naissance' AS le, ${IDENTITE_DE_D} AS identite
      FROM dossier d WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)})
    SELECT d.id, d.numero, d.statut::text, d.procedure, d.procedure_version, d.depose_le, d.demandeur, p.nom AS prefecture,
      (d.compte_id = o.compte_id AND (d.representation IS NULL) = o.titulaire) OR coalesce(d.personne_id = o.personne_id, false) AS sienne,
      ${lisible(portee)} AS ici, ${IDENTITE_DE_D} AS identite, o.identite AS origine
    FROM o CROSS JOIN LATERAL (
        ${candidats(Prisma.sql`(n.reponses->>'date_naissance') COLLATE "C" = ANY (ARRAY[left(o.le, 4), left(o.le, 7), o.le])`)}
        UNION
        ${candidats(Prisma.sql`length(o.le) < 10 AND (n.reponses->>'date_naissance') COLLATE "C" > o.le
          AND (n.reponses->>'date_naissance') COLLATE "C" < o.le || '~'`)}) k
      JOIN dossier d ON d.id = k.id JOIN prefecture p ON p.code = d.prefecture_code
    WHERE d.id <> o.id AND d.numero IS NOT NULL AND (${lisible(portee)} OR NOT (d.restreint OR d.prefecture_code = ${portee.prefecture}))`;
  return lignes
    .flatMap((l) => {
      const origine = identiteDe(l.origine);
      const sien = identiteDe(l.identite);
      const certitude = l.sienne ? ('sienne' as const) : ressemblance(origine, sien);
      const statut = STATUTS.find((s) => s === l.statut);
      if (certitude === null || !statut) return [];
      const ici = l.ici
        ? {
            id: l.id,
            statut,
            procedure: procedureDe(l.procedure, l.procedure_version)?.nom ?? l.procedure,
            deposeLe: l.depose_le,
            demandeur: l.demandeur ?? '',
            naissance: sien.naissance,
          }
        : null;
      return [{ autre: { numero: l.numero, prefecture: l.prefecture, certitude, ici }, le: l.depose_le.getTime() }];
    })
    .toSorted((a, b) => ORDRE[a.autre.certitude] - ORDRE[b.autre.certitude] || b.le - a.le)
    .map(({ autre }) => autre);
}
