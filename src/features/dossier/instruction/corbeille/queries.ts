// The queue of one prefecture. Three statements whatever the number of dossiers, sent together: the page (keyset, read in the order of
// an index), the counts, which stop at some hundreds, and what the agent chose and may choose.
import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { Bac } from '#domain/dossier/bacs.ts';
import type { Attente, Statut } from '#domain/dossier/statuts.ts';
import { type Jour, jourDe, plusJours } from '#domain/jour.ts';
import { driver, Prisma } from '#platform/db.ts';
import { procedureDe } from '#procedures/index.ts';
import { nonCache } from '../../queries.ts';
import {
  bacsDe,
  COMPTE_MAXIMUM,
  type Curseur,
  type Filtres,
  lirePreference,
  ONGLETS,
  type Onglet,
  type Preference,
  type Tri,
} from './schema.ts';

export const PAR_PAGE = 50;
// Written in the statement, not given beside it: what is prepared once is planned for these limits.
const LUES = Prisma.raw(String(PAR_PAGE + 1));
const COMPTEES = Prisma.raw(String(COMPTE_MAXIMUM + 1));

export type LigneCorbeille = {
  id: string;
  numero: string;
  demandeur: string;
  procedure: string;
  statut: Statut;
  attente: Attente | null;
  deposeLe: Date;
  echeanceLe: Jour | null;
  echeanceCode: string | null;
  agent: string | null;
  estRestreint: boolean;
  /** its agent is away today; `aRemplacer`: the one who reads replaces them */
  agentAbsent: boolean;
  aRemplacer: boolean;
  estSuivi: boolean;
};

/** As Postgres writes it in JSON. */
type Ligne = Omit<LigneCorbeille, 'deposeLe'> & { version: number; deposeLe: string };

export type Corbeille = {
  lignes: readonly LigneCorbeille[];
  suivant: Curseur | null;
  /** at most COMPTE_MAXIMUM + 1, which means "more than" */
  comptes: Readonly<Record<Onglet, number>>;
};

export type Demande = { onglet: Onglet; filtres: Filtres; tri: Tri; apres: Curseur | null };

/** `at`: the absences of that day count. */
export async function lireCorbeille(portee: PorteeAgent, demande: Demande, at: Date): Promise<Corbeille> {
  const jour = jourDe(at);
  const nombres = ONGLETS.map((onglet) => compte(portee, onglet, demande.filtres, jour));
  const parmi = demande.filtres.suivis ? suivisPar(portee) : Prisma.empty;
  const [[lue], [comptee]] = await Promise.all([
    driver().$queryRaw<{ lignes: Ligne[] | null }[]>`${parmi} SELECT (${page(portee, demande, jour)}) AS lignes`,
    driver().$queryRaw<{ comptes: number[] }[]>`${parmi} SELECT ARRAY[${Prisma.join(nombres)}] AS comptes`,
  ]);
  const toutes = lue?.lignes ?? [];
  const lignes = toutes.slice(0, PAR_PAGE).map(
    ({ version, ...l }): LigneCorbeille => ({
      ...l,
      procedure: procedureDe(l.procedure, version)?.nom ?? l.procedure,
      deposeLe: new Date(l.deposeLe),
    }),
  );
  const derniere = toutes.length > PAR_PAGE ? lignes.at(-1) : undefined;
  return {
    lignes,
    suivant: derniere ? { echeanceLe: derniere.echeanceLe, deposeLe: derniere.deposeLe, id: derniere.id } : null,
    comptes: nommer(comptee?.comptes ?? []),
  };
}

function nommer(nombres: readonly number[]): Record<Onglet, number> {
  const [a_verifier = 0, a_instruire = 0, reponses_recues = 0, en_attente = 0, a_signer = 0, a_remettre = 0, en_production = 0, ...fin] =
    nombres;
  const [en_retard = 0, decides = 0] = fin;
  return { a_verifier, a_instruire, reponses_recues, en_attente, a_signer, a_remettre, en_production, en_retard, decides };
}

/** Whose dossiers are asked for, as an array read once, before the dossiers. */
function agentsDe({ agentId }: PorteeAgent, agent: Exclude<Filtres['agent'], 'personne' | null>, jour: Jour): Prisma.Sql {
  const remplaces = Prisma.sql`SELECT b.agent_id FROM absence b
    WHERE b.remplacant_id = ${agentId}::uuid AND ${jour}::date BETWEEN b.debut_le AND b.fin_le`;
  if (agent === 'moi') return Prisma.sql`ARRAY(SELECT ${agentId}::uuid UNION ${remplaces})`;
  if (agent === 'remplaces') return Prisma.sql`ARRAY(SELECT DISTINCT r.agent_id FROM (${remplaces}) r)`;
  return Prisma.sql`ARRAY[${agent.id}::uuid]`;
}

/** The few dossiers that an agent follows, read once for all the tabs. */
function suivisPar({ agentId }: PorteeAgent): Prisma.Sql {
  return Prisma.sql`WITH suivis AS MATERIALIZED (SELECT f.id, f.prefecture_code, f.statut, f.attente, f.procedure, f.agent_id, f.restreint,
    f.echeance_le, f.depose_le FROM surveillance s JOIN dossier f ON f.id = s.dossier_id WHERE s.agent_id = ${agentId}::uuid)`;
}

/** Where the dossiers are looked for, as `d`. */
const source = ({ suivis }: Filtres): Prisma.Sql => Prisma.raw(suivis ? 'suivis d' : 'dossier d');

/** What this agent may see of one tray of their préfecture, with the filters; all but that of the agents, when they are several. */
function vus(portee: PorteeAgent, bac: Bac, { procedure, agent, du, au }: Filtres, enRetard: boolean, jour: Jour): Prisma.Sql {
  const conditions = [
    Prisma.sql`d.prefecture_code = ${portee.prefecture}`,
    // written as it is: each tray has its own statistics
    Prisma.sql`bac_de(d.statut, d.attente) = ${Prisma.raw(`'${bac}'`)}`,
    nonCache(portee),
  ];
  if (agent === 'personne') conditions.push(Prisma.sql`d.agent_id IS NULL`);
  if (procedure !== null) conditions.push(Prisma.sql`d.procedure = ${procedure}`);
  if (enRetard) conditions.push(Prisma.sql`d.echeance_le < ${jour}::date`);
  // bounds of days in Paris
  if (du !== null) conditions.push(Prisma.sql`d.depose_le >= ${du}::date::timestamp AT TIME ZONE 'Europe/Paris'`);
  if (au !== null) conditions.push(Prisma.sql`d.depose_le < ${plusJours(au, 1)}::date::timestamp AT TIME ZONE 'Europe/Paris'`);
  return Prisma.join(conditions, ' AND ');
}

const COLONNES = Prisma.sql`d.id, d.echeance_le, d.depose_le`;

/** `cle`: the order, of these columns or of those of `de`; `suites`: what comes after a dossier, as ranges. */
type Sens = { tri: Tri; cle: (de?: string) => Prisma.Sql; suites: (apres: Curseur | null) => Prisma.Sql[] };

/** What comes after a dossier, by urgency: those due later, then those without a day; two ranges, since nothing is greater than NULL. */
function apresEcheance(apres: Curseur | null): Prisma.Sql[] {
  if (apres === null) return [Prisma.sql`true`];
  const { echeanceLe, deposeLe, id } = apres;
  const sansJour = Prisma.sql`d.echeance_le IS NULL`;
  if (echeanceLe === null) return [Prisma.sql`${sansJour} AND (d.depose_le, d.id) > (${deposeLe}::timestamptz, ${id}::uuid)`];
  return [Prisma.sql`(d.echeance_le, d.depose_le, d.id) > (${echeanceLe}::date, ${deposeLe}::timestamptz, ${id}::uuid)`, sansJour];
}

const SENS: Readonly<Record<Tri, Sens>> = {
  urgence: { tri: 'urgence', cle: (de = '') => Prisma.raw(`${de}echeance_le, ${de}depose_le, ${de}id`), suites: apresEcheance },
  depot: {
    tri: 'depot',
    cle: (de = '') => Prisma.raw(`${de}depose_le, ${de}id`),
    suites: (apres) => [apres ? Prisma.sql`(d.depose_le, d.id) > (${apres.deposeLe}::timestamptz, ${apres.id}::uuid)` : Prisma.sql`true`],
  },
  recent: {
    tri: 'recent',
    cle: (de = '') => Prisma.raw(`${de}depose_le DESC, ${de}id DESC`),
    suites: (apres) => [apres ? Prisma.sql`(d.depose_le, d.id) < (${apres.deposeLe}::timestamptz, ${apres.id}::uuid)` : Prisma.sql`true`],
  },
};

/** What is late is read by its day; what is decided has none left, the newest comes first. */
function sensDe({ onglet, filtres, tri }: Demande): Sens {
  if (onglet === 'en_retard' || filtres.retard) return SENS.urgence;
  return SENS[onglet === 'decides' && tri === 'urgence' ? 'recent' : tri];
}

/** The beginning of one tray, in order. Each shape below is the walk of one index. */
function lots(portee: PorteeAgent, bac: Bac, demande: Demande, sens: Sens, jour: Jour): Prisma.Sql[] {
  const { filtres, onglet } = demande;
  const { agent } = filtres;
  const base = vus(portee, bac, filtres, onglet === 'en_retard' || filtres.retard, jour);
  return sens.suites(demande.apres).map((suite) => {
    const fin = Prisma.sql`ORDER BY ${sens.cle()} LIMIT ${LUES}`;
    if (agent === null) return Prisma.sql`SELECT ${COLONNES} FROM ${source(filtres)} WHERE ${base} AND ${suite} ${fin}`;
    if (agent === 'personne') {
      // nobody's: NULL is no constant for the planner, its column leads the order of the index
      if (sens.tri === 'urgence')
        return Prisma.sql`SELECT ${COLONNES} FROM ${source(filtres)} WHERE ${base} AND ${suite} ORDER BY d.agent_id, ${sens.cle()} LIMIT ${LUES}`;
      // most of what is just deposited is nobody's, little of what is being examined: read all of it, then order it
      if (bac === 'a_verifier') return Prisma.sql`SELECT ${COLONNES} FROM ${source(filtres)} WHERE ${base} AND ${suite} ${fin}`;
      return Prisma.sql`SELECT * FROM (SELECT ${COLONNES} FROM ${source(filtres)} WHERE ${base} AND ${suite} OFFSET 0) d ${fin}`;
    }
    const deChacun = Prisma.sql`SELECT ${COLONNES} FROM ${source(filtres)} WHERE d.agent_id = r.agent_id AND ${base} AND ${suite}`;
    // what one person has in charge is never so much that it cannot be ordered otherwise
    const borne = sens.tri === 'urgence' ? fin : Prisma.sql`OFFSET 0`;
    return Prisma.sql`SELECT l.* FROM unnest(${agentsDe(portee, agent, jour)}) r(agent_id) CROSS JOIN LATERAL (${deChacun} ${borne}) l ${fin}`;
  });
}

/** The page and one line more, as one JSON: a single value to read, whatever the number of lines. */
function page(portee: PorteeAgent, demande: Demande, jour: Jour): Prisma.Sql {
  const sens = sensDe(demande);
  const tous = bacsDe(demande.onglet)
    .flatMap((bac) => lots(portee, bac, demande, sens, jour))
    .map((l) => Prisma.sql`(${l})`);
  return Prisma.sql`
    SELECT json_agg(l) FROM (
      SELECT d.id, d.numero, d.demandeur, d.procedure, d.procedure_version AS version, d.statut, d.attente, d.depose_le AS "deposeLe",
        d.echeance_le AS "echeanceLe", d.echeance_code AS "echeanceCode", a.prenom || ' ' || a.nom AS agent, d.restreint AS "estRestreint",
        b.agent_id IS NOT NULL AS "agentAbsent", coalesce(b.remplacants @> ARRAY[${portee.agentId}::uuid], false) AS "aRemplacer",
        EXISTS (SELECT 1 FROM surveillance s WHERE s.dossier_id = d.id AND s.agent_id = ${portee.agentId}::uuid) AS "estSuivi"
      FROM (SELECT id, echeance_le, depose_le FROM (${Prisma.join(tous, ' UNION ALL ')}) lot ORDER BY ${sens.cle()} LIMIT ${LUES}) page
        JOIN dossier d ON d.id = page.id LEFT JOIN agent a ON a.id = d.agent_id
        LEFT JOIN (SELECT agent_id, array_agg(remplacant_id) AS remplacants FROM absence
          WHERE ${jour}::date BETWEEN debut_le AND fin_le GROUP BY agent_id) b
          ON b.agent_id = d.agent_id AND d.statut IN ('depose', 'en_instruction', 'propose')
      ORDER BY ${sens.cle('page.')}) l`;
}

/** How many a tab holds with these filters, counted up to one more than COMPTE_MAXIMUM. */
function compte(portee: PorteeAgent, onglet: Onglet, filtres: Filtres, jour: Jour): Prisma.Sql {
  const { agent } = filtres;
  const enCharge =
    agent === null || agent === 'personne' ? Prisma.empty : Prisma.sql`AND d.agent_id = ANY(${agentsDe(portee, agent, jour)})`;
  const tous = bacsDe(onglet).map((bac) => {
    const base = vus(portee, bac, filtres, onglet === 'en_retard' || filtres.retard, jour);
    return Prisma.sql`(SELECT 1 FROM ${source(filtres)} WHERE ${base} ${enCharge} LIMIT ${COMPTEES})`;
  });
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM (${Prisma.join(tous, ' UNION ALL ')}) l LIMIT ${COMPTEES}) n)`;
}

export type Collegue = { id: string; nom: string; instruit: boolean };

/** What the agent chose to see, and the colleagues whose dossiers they may ask for. */
export async function reglagesDe({
  agentId,
  prefecture,
}: PorteeAgent): Promise<{ preference: Preference; collegues: readonly Collegue[] }> {
  const [lu] = await driver().$queryRaw<{ preference: unknown; collegues: Collegue[] | null }[]>`
    SELECT (SELECT p.contenu FROM preference p WHERE p.agent_id = ${agentId}::uuid) AS preference,
      (SELECT json_agg(json_build_object('id', a.id, 'nom', a.nom || ' ' || a.prenom, 'instruit', 'instructeur' = ANY(a.roles)) ORDER BY a.nom, a.prenom) FROM agent a
        WHERE a.prefecture_code = ${prefecture} AND a.actif AND a.roles::text[] && ${[...rolesAyant('lire_dossiers')]}) AS collegues`;
  return { preference: lirePreference(lu?.preference), collegues: lu?.collegues ?? [] };
}
