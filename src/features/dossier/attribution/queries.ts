// Who has what in charge, who is there, and what is nobody's.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { Equipier, Regle } from '#domain/dossier/attribution.ts';
import { BACS_OUVERTS, type Bac, type BacOuvert } from '#domain/dossier/bacs.ts';
import type { Jour } from '#domain/jour.ts';
import { driver, Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { lisible, nonCache } from '../queries.ts';
import { CHARGE_MAXIMUM, DISTRIBUES } from './schema.ts';

const COMPTEES = Prisma.raw(String(CHARGE_MAXIMUM));

export type Membre = Equipier & {
  nom: string;
  /** may be given dossiers: active, here, an instructeur */
  instruit: boolean;
  estParti: boolean;
  absentJusqu: Jour | null;
  charge: Readonly<Record<BacOuvert, number>>;
};

type Ligne = Omit<Membre, 'enCharge' | 'charge'> & { comptes: number[] };

const compteDe = (bac: Bac) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM dossier d WHERE d.agent_id = a.id
  AND d.prefecture_code = p.code AND bac_de(d.statut, d.attente) = ${Prisma.raw(`'${bac}'`)} LIMIT ${COMPTEES}) l)`;

/** The instructeurs of a prefecture, and whoever left dossiers behind: gone, or become something else. */
export async function equipeDe(prefecture: string, jour: Jour): Promise<Membre[]> {
  const lues = await driver().$queryRaw<Ligne[]>`
    SELECT m.id, m.nom, m.instruit, m."estParti", m."estAbsent", m."absentJusqu", m.remplacants, m.comptes FROM (
      SELECT a.id, a.nom || ' ' || a.prenom AS nom, a.actif AND a.prefecture_code = p.code AND 'instructeur' = ANY(a.roles) AS instruit,
        NOT a.actif OR a.prefecture_code IS DISTINCT FROM p.code AS "estParti", b.agent_id IS NOT NULL AS "estAbsent",
        to_char(b.fin_le, 'YYYY-MM-DD') AS "absentJusqu", coalesce(b.remplacants, '{}')::text[] AS remplacants,
        ARRAY[${Prisma.join(BACS_OUVERTS.map(compteDe))}] AS comptes
      FROM agent a CROSS JOIN (SELECT ${prefecture}::text AS code) p
        LEFT JOIN (SELECT agent_id, max(fin_le) AS fin_le, array_agg(remplacant_id) FILTER (WHERE remplacant_id IS NOT NULL) AS remplacants
          FROM absence WHERE ${jour}::date BETWEEN debut_le AND fin_le GROUP BY agent_id) b ON b.agent_id = a.id) m
    WHERE m.instruit OR 0 < ANY(m.comptes) ORDER BY m.nom, m.id`;
  return lues.map(({ comptes, ...ligne }) => {
    const [a_verifier = 0, a_instruire = 0, reponses_recues = 0, en_attente = 0, a_signer = 0] = comptes;
    const charge = { a_verifier, a_instruire, reponses_recues, en_attente, a_signer };
    return { ...ligne, charge, enCharge: comptes.reduce((somme, n) => somme + n, 0) };
  });
}

export type RegleLue = Regle & { id: string; nom: string };

export async function reglesDe(prefecture: string): Promise<RegleLue[]> {
  return driver().$queryRaw<RegleLue[]>`
    SELECT id, nom, procedures, agents::text[] AS agents FROM regle_attribution WHERE prefecture_code = ${prefecture} ORDER BY ordre, cree_le, id`;
}

export type DossierADonner = { id: string; numero: string; procedure: string };

/** Open dossiers of one agent (null: of nobody), the most urgent first, DISTRIBUES at most; by tray, each a walk along an index. */
export async function dossiersDe(portee: PorteeAgent, agentId: string | null): Promise<DossierADonner[]> {
  if (agentId !== null && !isId(agentId)) return [];
  const sien = agentId === null ? Prisma.sql`d.agent_id IS NULL AND NOT d.restreint` : Prisma.sql`d.agent_id = ${agentId}::uuid`;
  const lots = BACS_OUVERTS.map(
    (bac) => Prisma.sql`(SELECT d.id, d.echeance_le, d.depose_le FROM dossier d
      WHERE ${sien} AND d.prefecture_code = ${portee.prefecture} AND bac_de(d.statut, d.attente) = ${Prisma.raw(`'${bac}'`)} AND ${nonCache(portee)}
      ORDER BY d.agent_id, d.echeance_le, d.depose_le, d.id LIMIT ${Prisma.raw(String(DISTRIBUES))})`,
  );
  return driver().$queryRaw<DossierADonner[]>`
    SELECT d.id, d.numero, d.procedure FROM (SELECT id, echeance_le, depose_le FROM (${Prisma.join(lots, ' UNION ALL ')}) l
      ORDER BY echeance_le, depose_le, id LIMIT ${Prisma.raw(String(DISTRIBUES))}) l JOIN dossier d ON d.id = l.id
    ORDER BY l.echeance_le, l.depose_le, l.id`;
}

/** How many are nobody's, up to CHARGE_MAXIMUM; those that a distribution may give. */
export async function nombreSansAgent(portee: PorteeAgent): Promise<number> {
  const lots = BACS_OUVERTS.map(
    (bac) => Prisma.sql`(SELECT 1 FROM dossier d WHERE d.agent_id IS NULL AND NOT d.restreint AND d.prefecture_code = ${portee.prefecture}
      AND bac_de(d.statut, d.attente) = ${Prisma.raw(`'${bac}'`)} LIMIT ${COMPTEES})`,
  );
  const [lu] = await driver().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (SELECT 1 FROM (${Prisma.join(lots, ' UNION ALL ')}) l LIMIT ${COMPTEES}) n`;
  return lu?.n ?? 0;
}

export type DossierDuLot = { id: string; numero: string; version: number };

/** Those of these dossiers that this agent may see. */
export async function dossiersDuLot(portee: PorteeAgent, ids: readonly string[]): Promise<ReadonlyMap<string, DossierDuLot>> {
  const lus = await driver().$queryRaw<DossierDuLot[]>`
    SELECT d.id, d.numero, d.version FROM dossier d WHERE d.id = ANY(${[...ids]}::uuid[]) AND ${lisible(portee)}`;
  return new Map(lus.map((d) => [d.id, d]));
}

/** What the deposit of an event leaves to give: null for any other event, once somebody has it, and where no rule is written. */
export async function depotADonner(
  evenementId: string,
): Promise<{ dossierId: string; compteId: string; prefecture: string; procedure: string } | null> {
  const [lu] = await driver().$queryRaw<{ dossierId: string; compteId: string; prefecture: string; procedure: string }[]>`
    SELECT d.id AS "dossierId", d.compte_id AS "compteId", d.prefecture_code AS prefecture, d.procedure
    FROM evenement e JOIN dossier d ON d.id = e.dossier_id
    WHERE e.id = ${evenementId}::bigint AND e.type = 'depose' AND d.statut = 'depose' AND d.agent_id IS NULL AND NOT d.restreint
      AND EXISTS (SELECT 1 FROM regle_attribution r WHERE r.prefecture_code = d.prefecture_code)`;
  return lu ?? null;
}

/** One dossier, on its page: who follows it, whether this agent does, and to whom it may be given. */
export async function suiviDuDossier(portee: PorteeAgent, dossierId: string) {
  if (!isId(dossierId)) return null;
  const [lu] = await driver().$queryRaw<{ version: number; agentId: string | null; suiveurs: { id: string; nom: string }[] | null }[]>`
    SELECT d.version, d.agent_id AS "agentId", (SELECT json_agg(json_build_object('id', a.id, 'nom', a.prenom || ' ' || a.nom) ORDER BY a.nom)
      FROM surveillance s JOIN agent a ON a.id = s.agent_id WHERE s.dossier_id = d.id AND a.actif) AS suiveurs
    FROM dossier d WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)}`;
  return lu ? { version: lu.version, agentId: lu.agentId, suiveurs: lu.suiveurs ?? [] } : null;
}
