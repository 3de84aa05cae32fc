import 'server-only';
import type { Reponses } from '#domain/procedure/definition.ts';
import { db } from '#platform/db.ts';
import { procedureDe } from '#procedures/index.ts';

export type DepotAutomatique = {
  dossierId: string;
  compteId: string;
  personneId: string | null;
  numeroEtranger: string | null;
  numero: string;
  reponses: Reponses;
  /** number of the fiscal stamp given, if the procedure asks one */
  timbre: string | null;
};

type Ligne = Omit<DepotAutomatique, 'timbre'> & { procedure: string; version: number; codes: { code: string; valeur: string }[] | null };

/** The dossier of a deposit that the machine decides alone, while it waits; null for every other event. */
export async function depotAutomatique(evenementId: string): Promise<DepotAutomatique | null> {
  const [ligne] = await db().$queryRaw<Ligne[]>`
    SELECT d.id AS "dossierId", d.compte_id AS "compteId", d.personne_id AS "personneId", p.numero_etranger AS "numeroEtranger", d.numero,
      d.reponses, d.procedure, d.procedure_version AS version,
      (SELECT json_agg(json_build_object('code', q.code, 'valeur', q.valeur)) FROM piece q WHERE q.dossier_id = d.id AND q.valeur IS NOT NULL) AS codes
    FROM evenement e JOIN dossier d ON d.id = e.dossier_id LEFT JOIN personne p ON p.id = d.personne_id
    WHERE e.id = ${BigInt(evenementId)} AND e.type = 'depose' AND d.statut = 'depose'`;
  if (!ligne) return null;
  const { procedure: slug, version, codes, ...depot } = ligne;
  const procedure = procedureDe(slug, version);
  if (procedure?.traitement !== 'automatique') return null;
  const timbres = procedure.listes.flatMap((l) => l.pieces).filter((p) => p.mode.sorte === 'code' && p.mode.fournisseur === 'timbre');
  return { ...depot, timbre: (codes ?? []).find((c) => timbres.some((p) => p.code === c.code))?.valeur ?? null };
}
