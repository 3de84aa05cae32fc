import 'server-only';
import { confiesAvec, type PorteeDossiers } from '#domain/access/scope.ts';
import { etapesBloquees, JOURS_DE_BLOCAGE } from '#domain/dossier/blocage.ts';
import { etapeDe } from '#domain/procedure/navigate.ts';
import { db, type Tx } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';

export type EchecNote = { etape: string; page: string; erreur: string; le: Date };

/** What failed lately on one dossier, latest first. */
export function echecsDe(base: Pick<Tx, 'blocage'>, dossierId: string, at: Date): Promise<EchecNote[]> {
  return base.blocage.findMany({
    where: { dossierId, le: { gte: new Date(at.getTime() - JOURS_DE_BLOCAGE * 86_400_000) } },
    orderBy: { le: 'desc' },
    // an attestation is read by people: beyond, more lines prove nothing more
    take: 100,
    select: { etape: true, page: true, erreur: true, le: true },
  });
}

export type EtapeBloquee = {
  dossierId: string;
  procedure: string;
  etape: string;
  titre: string;
  page: string;
  echecs: number;
  derniereErreur: string;
  /** already stated, for these failures: null while being made */
  attestation: { document: string | null; le: Date } | null;
};

type Ligne = EchecNote & {
  dossier_id: string;
  procedure: string;
  procedure_version: number;
  attestee_le: Date | null;
  document_id: string | null;
};

/** Steps of the drafts of this person that the portal failed to show or to keep; `dossierId` keeps one draft. One query. */
export async function blocagesDe(portee: PorteeDossiers, at: Date, dossierId: string | null = null): Promise<EtapeBloquee[]> {
  if (dossierId !== null && !isId(dossierId)) return [];
  const depuis = new Date(at.getTime() - JOURS_DE_BLOCAGE * 86_400_000);
  const lignes = await db().$queryRaw<Ligne[]>`
    SELECT b.dossier_id, b.etape, b.page, b.erreur, b.le, d.procedure, d.procedure_version, a.cree_le AS attestee_le, a.document_id
    FROM blocage b JOIN dossier d ON d.id = b.dossier_id
    LEFT JOIN LATERAL (
      SELECT e.cree_le, m.id AS document_id FROM evenement e LEFT JOIN document m ON m.evenement_id = e.id
      WHERE e.dossier_id = d.id AND e.type = 'blocage_atteste' AND e.faits->>'etape' = b.etape ORDER BY e.id DESC LIMIT 1) a ON true
    WHERE b.le >= ${depuis} AND d.statut = 'brouillon' AND (${dossierId}::uuid IS NULL OR d.id = ${dossierId}::uuid)
      AND (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confiesAvec(portee, 'remplir')}::uuid[]))
    ORDER BY b.le DESC LIMIT 300`;
  return [...Map.groupBy(lignes, (l) => l.dossier_id)].flatMap(([id, siennes]) =>
    etapesBloquees(siennes, at).flatMap(({ etape, echecs }) => {
      const [dernier] = echecs;
      const procedure = dernier && procedureDe(dernier.procedure, dernier.procedure_version);
      if (!dernier || !procedure) return [];
      return [
        {
          dossierId: id,
          procedure: procedure.nom,
          etape,
          titre: etapeDe(procedure, etape)?.titre ?? etape,
          page: dernier.page,
          echecs: echecs.length,
          derniereErreur: dernier.erreur,
          attestation: dernier.attestee_le && { document: dernier.document_id, le: dernier.attestee_le },
        },
      ];
    }),
  );
}
