// "Qui a consulté mon dossier": date, service and purpose of each reading by an agent; never the name of the agent.
import 'server-only';
import { motDeFinalite } from '#domain/access/finalites.ts';
import type { PorteeUsager } from '#domain/access/scope.ts';
import type { Jour } from '#domain/jour.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';

/** What one service read on one day for one purpose. */
export type LigneConsultation = {
  service: string;
  finalite: string;
  /** times the dossier was opened, files and documents opened (each counted once a day) */
  ouvertures: number;
  fichiers: number;
  documents: number;
  premiere: Date;
  derniere: Date;
};
export type JourDeConsultation = { jour: Jour; lignes: readonly LigneConsultation[] };
export type PageConsultations = {
  dossierId: string;
  numero: string | null;
  jours: readonly JourDeConsultation[];
  page: number;
  pages: number;
};

const PAR_PAGE = 20;

type Ligne = Omit<LigneConsultation, 'finalite'> & { jour: Jour; finalite: string | null };

/**
 * One page of days, latest first; null when the dossier is not theirs. Rows written before the service was kept say the préfecture of
 * their agent, by join. Three queries whatever the number of readings.
 */
export async function consultationsDe({ compteId }: PorteeUsager, dossierId: string, page: number): Promise<PageConsultations | null> {
  if (!isId(dossierId)) return null;
  const dossier = await db().dossier.findFirst({ where: { id: dossierId, compteId }, select: { numero: true } });
  if (!dossier) return null;
  const [decompte] = await db().$queryRaw<{ jours: number }[]>`
    SELECT count(DISTINCT (le AT TIME ZONE 'Europe/Paris')::date)::int AS jours FROM consultation WHERE dossier_id = ${dossierId}::uuid`;
  const pages = Math.max(1, Math.ceil((decompte?.jours ?? 0) / PAR_PAGE));
  const lue = Math.min(Math.max(1, page), pages);
  const lignes = await db().$queryRaw<Ligne[]>`
    WITH lues AS (
      SELECT (c.le AT TIME ZONE 'Europe/Paris')::date AS jour, coalesce(c.service, p.nom, 'Administration centrale') AS service,
        c.finalite, c.objet, c.objet_id, c.le
      FROM consultation c LEFT JOIN agent a ON a.id = c.agent_id LEFT JOIN prefecture p ON p.code = a.prefecture_code
      WHERE c.dossier_id = ${dossierId}::uuid),
    jours AS (SELECT DISTINCT jour FROM lues ORDER BY jour DESC LIMIT ${PAR_PAGE} OFFSET ${(lue - 1) * PAR_PAGE})
    SELECT to_char(jour, 'YYYY-MM-DD') AS jour, service, finalite,
      count(*) FILTER (WHERE objet = 'dossier')::int AS ouvertures,
      count(DISTINCT objet_id) FILTER (WHERE objet = 'fichier')::int AS fichiers,
      count(DISTINCT objet_id) FILTER (WHERE objet = 'document')::int AS documents,
      min(le) AS premiere, max(le) AS derniere
    FROM lues JOIN jours USING (jour) GROUP BY jour, service, finalite ORDER BY jour DESC, max(le) DESC`;
  const parJour = Map.groupBy(lignes, (l) => l.jour);
  return {
    dossierId,
    numero: dossier.numero,
    jours: [...parJour].map(([jour, siennes]) => ({
      jour,
      lignes: siennes.map(({ jour: _, finalite, ...l }) => ({ ...l, finalite: motDeFinalite(finalite) })),
    })),
    page: lue,
    pages,
  };
}
