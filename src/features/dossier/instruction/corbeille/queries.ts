// The queue of one prefecture. Three statements whatever the number of dossiers, sent together: the page (keyset, read in the order of
// an index), the counts, which stop at a hundred, and what the agent chose and may choose.
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
  const lus = avec(portee, demande.filtres, jour);
  const [[lue], [comptee]] = await Promise.all([
    driver().$queryRaw<{ lignes: Ligne[] | null }[]>`${lus} SELECT (${page(portee, demande, jour)}) AS lignes`,
    driver().$queryRaw<{ comptes: number[] }[]>`${lus} SELECT ARRAY[${Prisma.join(nombres)}] AS comptes`,
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

/**
 * What is read once for all the tabs: whose dossiers are asked for (`agents`), the few that an agent follows (`suivis`; by an array, that
 * is one by one: a join might walk all the dossiers).
 */
function avec({ agentId }: PorteeAgent, { agent, suivis }: Filtres, jour: Jour): Prisma.Sql {
  const remplaces = Prisma.sql`SELECT b.agent_id FROM absence b
    WHERE b.remplacant_id = ${agentId}::uuid AND ${jour}::date BETWEEN b.debut_le AND b.fin_le`;
  const lus: Prisma.Sql[] = [];
  if (agent === 'moi') lus.push(Prisma.sql`agents(agent_id) AS MATERIALIZED (SELECT ${agentId}::uuid UNION ${remplaces})`);
  else if (agent === 'remplaces') lus.push(Prisma.sql`agents(agent_id) AS MATERIALIZED (SELECT DISTINCT r.agent_id FROM (${remplaces}) r)`);
  else if (agent !== null && agent !== 'personne') lus.push(Prisma.sql`agents(agent_id) AS MATERIALIZED (SELECT ${agent.id}::uuid)`);
  if (suivis)
    lus.push(Prisma.sql`suivis AS MATERIALIZED (SELECT f.id, f.prefecture_code, f.statut, f.attente, f.procedure, f.agent_id, f.restreint,
      f.echeance_le, f.depose_le FROM dossier f
      WHERE f.id = ANY(ARRAY(SELECT s.dossier_id FROM surveillance s WHERE s.agent_id = ${agentId}::uuid)))`);
  return lus.length === 0 ? Prisma.empty : Prisma.sql`WITH ${Prisma.join(lus)}`;
}

/** Where the dossiers are looked for, as `d`. */
const source = ({ suivis }: Filtres): Prisma.Sql => Prisma.raw(suivis ? 'suivis d' : 'dossier d');

/** Checked on the way, in the index that is walked: to the planner, never a way into another one. */
const verifie = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`(${condition}) IS TRUE`;

/** Midnight in Paris. */
const debutDe = (jour: Jour): Prisma.Sql => Prisma.sql`(SELECT ${jour}::date::timestamp AT TIME ZONE 'Europe/Paris')`;

/** One tray as it is asked for. `enRetard`: only what is past its day due. `tri`: the order; a count has none, any value serves. */
type Lot = { bac: Bac; enRetard: boolean; tri: Tri };

/**
 * By whom the dossiers are found first, when somebody or nobody is asked for: nobody's are few, but among what is just deposited, where
 * they are nearly all and anything else finds them.
 */
const parAgent = ({ agent, procedure, du, au }: Filtres, { bac, tri }: Lot): boolean =>
  agent === 'personne' && bac === 'a_verifier' ? procedure === null && du === null && au === null && tri === 'urgence' : agent !== null;

/**
 * What this agent may see of one tray of their préfecture, with the filters; all but that of the agents, when they are several. One filter
 * leads, through the index made for it: the agent, else the procedure, else the day due, else the deposit. The others are checked on the way.
 */
function vus(portee: PorteeAgent, lot: Lot, filtres: Filtres, jour: Jour): Prisma.Sql {
  const { procedure, agent, du, au } = filtres;
  const mene = parAgent(filtres, lot);
  const suit = (condition: Prisma.Sql, oui: boolean) => (oui ? verifie(condition) : condition);
  const conditions = [
    Prisma.sql`d.prefecture_code = ${portee.prefecture}`,
    // written as it is: each tray has its own statistics
    Prisma.sql`bac_de(d.statut, d.attente) = ${Prisma.raw(`'${lot.bac}'`)}`,
    nonCache(portee),
  ];
  if (agent === 'personne') conditions.push(suit(Prisma.sql`d.agent_id IS NULL`, !mene));
  if (procedure !== null) conditions.push(suit(Prisma.sql`d.procedure = ${procedure}`, mene));
  // behind a SELECT a day is read once, and says nothing to the planner: one plan for all days, made once
  if (lot.enRetard) conditions.push(Prisma.sql`d.echeance_le < (SELECT ${jour}::date)`);
  if (du !== null) conditions.push(suit(Prisma.sql`d.depose_le >= ${debutDe(du)}`, mene || lot.enRetard));
  if (au !== null) conditions.push(suit(Prisma.sql`d.depose_le < ${debutDe(plusJours(au, 1))}`, mene || lot.enRetard));
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

/** What leads the order of the index of the agents: a column that is NULL is no constant for the planner. */
const AVANT_LA_CLE: Readonly<Record<Tri, Prisma.Sql>> = {
  urgence: Prisma.sql`d.agent_id`,
  depot: Prisma.sql`d.agent_id, d.echeance_le`,
  recent: Prisma.sql`d.agent_id DESC, d.echeance_le DESC`,
};

/** The beginning of one tray, in order. Each shape below is the walk of one index. */
function lots(portee: PorteeAgent, bac: Bac, { filtres, onglet, apres }: Demande, sens: Sens, jour: Jour): Prisma.Sql[] {
  const lot = { bac, enRetard: onglet === 'en_retard' || filtres.retard, tri: sens.tri };
  const base = vus(portee, lot, filtres, jour);
  return sens.suites(apres).map((suite) => {
    const fin = Prisma.sql`ORDER BY ${sens.cle()} LIMIT ${LUES}`;
    const tous = Prisma.sql`SELECT ${COLONNES} FROM ${source(filtres)} WHERE ${base} AND ${suite}`;
    if (!parAgent(filtres, lot)) return Prisma.sql`${tous} ${fin}`;
    const aChacun = filtres.agent === 'personne' ? tous : Prisma.sql`${tous} AND d.agent_id = r.agent_id`;
    const suivi = Prisma.sql`ORDER BY ${AVANT_LA_CLE[sens.tri]}, ${sens.cle()} LIMIT ${LUES}`;
    // by deposit: what has no day due is walked; what has one, for one person, is never so much that it cannot be read whole
    const marche =
      sens.tri === 'urgence'
        ? Prisma.sql`${aChacun} ${suivi}`
        : Prisma.sql`(${aChacun} AND d.echeance_le IS NULL ${suivi}) UNION ALL (${aChacun} AND d.echeance_le IS NOT NULL OFFSET 0)`;
    if (filtres.agent === 'personne') return Prisma.sql`SELECT * FROM (${marche}) l ${fin}`;
    return Prisma.sql`SELECT l.* FROM agents r CROSS JOIN LATERAL (${marche}) l ${fin}`;
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
  const parmi = agent === null || agent === 'personne' ? Prisma.empty : Prisma.sql`AND d.agent_id = r.agent_id`;
  const tous = bacsDe(onglet).map((bac) => {
    const lot: Lot = { bac, enRetard: onglet === 'en_retard' || filtres.retard, tri: 'urgence' };
    const comptes = Prisma.sql`(SELECT 1 FROM ${source(filtres)} WHERE ${vus(portee, lot, filtres, jour)} ${parmi} LIMIT ${COMPTEES})`;
    return parmi === Prisma.empty ? comptes : Prisma.sql`(SELECT 1 FROM agents r CROSS JOIN LATERAL ${comptes} l)`;
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
