// The queue of one prefecture. One statement whatever the number of dossiers: the page (keyset on deposit date, then id, read in
// the order of the index), and the counts, which stop at a thousand.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { Statut } from '#domain/dossier/statuts.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { driver, Prisma } from '#platform/db.ts';
import { procedureDe } from '#procedures/index.ts';
import { nonCache } from '../../queries.ts';
import { COMPTE_MAXIMUM, type Curseur, type DemandeCorbeille, ONGLETS, type Onglet } from './schema.ts';

export const PAR_PAGE = 50;
// Written in the statement, not given beside it: what is prepared once is planned for these limits.
const LUES = Prisma.raw(String(PAR_PAGE + 1));
const COMPTEES = Prisma.raw(String(COMPTE_MAXIMUM + 1));
const STATUTS_DE: Readonly<Record<Onglet, readonly Statut[]>> = {
  a_prendre_en_charge: ['depose'],
  en_instruction: ['en_instruction'],
  reponses_recues: ['en_instruction'],
  a_signer: ['propose'],
  decides: ['accepte', 'remis', 'refuse', 'clos', 'retire'],
};

export type LigneCorbeille = {
  id: string;
  numero: string;
  demandeur: string;
  procedure: string;
  statut: Statut;
  deposeLe: Date;
  agent: string | null;
  estRestreint: boolean;
  /** its agent is away today; `aRemplacer`: the one who reads replaces them */
  agentAbsent: boolean;
  aRemplacer: boolean;
  complementOuvert: boolean;
  reponseRecue: boolean;
};

/** As Postgres writes it in JSON. */
type Ligne = Omit<LigneCorbeille, 'deposeLe'> & { version: number; deposeLe: string };

export type Corbeille = {
  lignes: readonly LigneCorbeille[];
  suivant: Curseur | null;
  /** at most COMPTE_MAXIMUM + 1, which means "more than" */
  comptes: Readonly<Record<Onglet, number>>;
};

type Demande = Omit<DemandeCorbeille, 'onglet' | 'miens'> & { onglet: Onglet; miens?: boolean };

/** `at`: the absences of that day count. */
export async function lireCorbeille(portee: PorteeAgent, demande: Demande, at: Date): Promise<Corbeille> {
  const jour = jourDe(at);
  const nombres = ONGLETS.map((onglet) => compte(portee, onglet, demande.miens ?? false, jour));
  const [lu] = await driver().$queryRaw<{ comptes: number[]; lignes: Ligne[] | null }[]>`
    SELECT ARRAY[${Prisma.join(nombres)}] AS comptes, (${page(portee, demande, jour)}) AS lignes`;
  const [a_prendre_en_charge = 0, en_instruction = 0, reponses_recues = 0, a_signer = 0, decides = 0] = lu?.comptes ?? [];
  const toutes = lu?.lignes ?? [];
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
    suivant: derniere ? { deposeLe: derniere.deposeLe, id: derniere.id } : null,
    comptes: { a_prendre_en_charge, en_instruction, reponses_recues, a_signer, decides },
  };
}

/** The agents whom this one replaces that day, and themself. An array read once, before the dossiers. */
function enCharge({ agentId }: PorteeAgent, jour: Jour): Prisma.Sql {
  return Prisma.sql`d.agent_id = ANY(ARRAY(SELECT ${agentId}::uuid UNION ALL SELECT b.agent_id FROM absence b
    WHERE b.remplacant_id = ${agentId}::uuid AND ${jour}::date BETWEEN b.debut_le AND b.fin_le))`;
}

/** What this agent may see of the deposited dossiers of their préfecture, narrowed to theirs when asked. */
function vus(portee: PorteeAgent, miens: boolean, jour: Jour): Prisma.Sql {
  const deLaPrefecture = Prisma.sql`d.prefecture_code = ${portee.prefecture} AND ${nonCache(portee)}`;
  return miens ? Prisma.sql`${deLaPrefecture} AND ${enCharge(portee, jour)}` : deLaPrefecture;
}

/** The page and one line more, as one JSON: a single value to read, whatever the number of lines. */
function page(portee: PorteeAgent, { onglet, recherche, miens = false, apres }: Demande, jour: Jour): Prisma.Sql {
  // what was just decided is looked for first; what waits, oldest first
  const recentDAbord = recherche === '' && onglet === 'decides';
  const ordre = recentDAbord ? Prisma.sql`depose_le DESC, id DESC` : Prisma.sql`depose_le, id`;
  const suite = apres
    ? recentDAbord
      ? Prisma.sql`AND (depose_le, id) < (${apres.deposeLe}, ${apres.id}::uuid)`
      : Prisma.sql`AND (depose_le, id) > (${apres.deposeLe}, ${apres.id}::uuid)`
    : Prisma.empty;
  const filtres = recherche === '' ? filtresDe(onglet) : [filtreRecherche(recherche)];
  const lots = filtres.map(
    (filtre) => Prisma.sql`(SELECT id, depose_le FROM dossier d
      WHERE ${vus(portee, miens, jour)} AND ${filtre} ${suite} ORDER BY ${ordre} LIMIT ${LUES})`,
  );
  return Prisma.sql`
    SELECT json_agg(l) FROM (
      SELECT d.id, d.numero, d.demandeur, d.procedure, d.procedure_version AS version, d.statut, d.depose_le AS "deposeLe",
        a.prenom || ' ' || a.nom AS agent, d.restreint AS "estRestreint", b.agent_id IS NOT NULL AS "agentAbsent",
        coalesce(b.remplacants @> ARRAY[${portee.agentId}::uuid], false) AS "aRemplacer",
        EXISTS (SELECT 1 FROM complement m WHERE m.dossier_id = d.id AND m.repondu_le IS NULL) AS "complementOuvert",
        EXISTS (SELECT 1 FROM complement m WHERE m.dossier_id = d.id AND m.repondu_le IS NOT NULL AND m.traite_le IS NULL)
          AND d.statut = 'en_instruction' AS "reponseRecue"
      FROM (SELECT id, depose_le FROM (${Prisma.join(lots, ' UNION ALL ')}) lot ORDER BY ${ordre} LIMIT ${LUES}) page
        JOIN dossier d ON d.id = page.id LEFT JOIN agent a ON a.id = d.agent_id
        LEFT JOIN (SELECT agent_id, array_agg(remplacant_id) AS remplacants FROM absence
          WHERE ${jour}::date BETWEEN debut_le AND fin_le GROUP BY agent_id) b
          ON b.agent_id = d.agent_id AND d.statut IN ('depose', 'en_instruction', 'propose')
      ORDER BY ${recentDAbord ? Prisma.sql`page.depose_le DESC, page.id DESC` : Prisma.sql`page.depose_le, page.id`}) l`;
}

const A_EXAMINER = Prisma.sql`id IN (SELECT dossier_id FROM complement WHERE repondu_le IS NOT NULL AND traite_le IS NULL)`;

/** One filter for each range of the index to read; a tab of several statuts reads several short ranges. */
function filtresDe(onglet: Onglet): Prisma.Sql[] {
  const filtres = STATUTS_DE[onglet].map((statut) => Prisma.sql`statut = ${Prisma.raw(`'${statut}'`)}`);
  return onglet === 'reponses_recues' ? filtres.map((f) => Prisma.sql`${f} AND ${A_EXAMINER}`) : filtres;
}

const DEPOSES = Prisma.sql`statut NOT IN ('brouillon', 'abandonne')`;

/** Beginning of the number, or of the name as `cle_de_nom` writes it. */
function filtreRecherche(recherche: string): Prisma.Sql {
  const chiffres = recherche.replace(/\s/g, '');
  if (/^\d+$/.test(chiffres)) return Prisma.sql`${DEPOSES} AND numero LIKE ${`${chiffres}%`}`;
  // signs alone have an empty key, which would begin every name
  return Prisma.sql`${DEPOSES} AND cle_de_nom(${recherche}) <> '' AND cle_de_nom(demandeur) LIKE cle_de_nom(${recherche}) || '%'`;
}

/** How many a tab holds, counted up to one more than COMPTE_MAXIMUM. */
function compte(portee: PorteeAgent, onglet: Onglet, miens: boolean, jour: Jour): Prisma.Sql {
  const lots = filtresDe(onglet).map(
    (filtre) => Prisma.sql`(SELECT 1 FROM dossier d WHERE ${vus(portee, miens, jour)} AND ${filtre} LIMIT ${COMPTEES})`,
  );
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM (${Prisma.join(lots, ' UNION ALL ')}) l LIMIT ${COMPTEES}) n)`;
}
