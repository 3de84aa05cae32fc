// Search among the deposited dossiers of a prefecture. Two statements at most, and a bounded work: the rarest of the words is walked along
// its index, two thousand rows at most, the others are checked on the way.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { Attente, Statut } from '#domain/dossier/statuts.ts';
import { driver, Prisma } from '#platform/db.ts';
import { procedureDe } from '#procedures/index.ts';
import { lisible } from '../queries.ts';
import { comprendre, type Recherche } from './schema.ts';

export const TROUVES = 50;
/** More words than a person types; each costs a look at the index. */
const MOTS = 8;
// Written in the statements, not given beside them: what is prepared once is planned for these limits.
const LUS = Prisma.raw(String(TROUVES + 1));
/** Rows of the index read for one search: beyond, the words are too common to be looked at one by one. */
const CANDIDATS = Prisma.raw('2000');
const RETENUS = Prisma.raw(String(6 * TROUVES));
/** A word of which more dossiers than this have the beginning is common. */
const COMMUN = 500;

export type DossierTrouve = {
  id: string;
  numero: string;
  demandeur: string;
  /** as it was given: 'AAAA', 'AAAA-MM' or 'AAAA-MM-JJ' */
  naissance: string | null;
  procedure: string;
  statut: Statut;
  attente: Attente | null;
  deposeLe: Date;
  agent: string | null;
  estRestreint: boolean;
};

type Ligne = Omit<DossierTrouve, 'deposeLe'> & { version: number; deposeLe: string };

/** `precisez`: there are more, or too many begin like this to look at them all. */
export type Resultats = { trouves: readonly DossierTrouve[]; precisez: boolean };

const RIEN: Resultats = { trouves: [], precisez: false };

/**
 * Bounds of the texts that begin like `debut`: no character comes after U+10FFFF. Behind a SELECT they say nothing to the planner: one plan
 * for whatever is typed, made once, where a LIKE is planned each time.
 */
const bornes = (debut: string) => ({
  premier: Prisma.sql`(SELECT ${debut}::text)`,
  apresTous: Prisma.sql`(SELECT ${debut}::text || ${DERNIER})`,
});
const DERNIER = Prisma.raw("U&'\\+10FFFF'");

/** Newest deposit first. */
export async function chercherDossiers(portee: PorteeAgent, saisie: string): Promise<Resultats> {
  const recherche = comprendre(saisie);
  if (recherche.sorte === 'vide') return RIEN;
  if (recherche.sorte !== 'mots') return lire(portee, candidatsDe(portee, recherche));
  const [rare, ...autres] = await motsParRarete(portee, recherche);
  if (rare === undefined || rare.n === 0) return RIEN;
  const lus = await lire(
    portee,
    parMots(
      portee,
      rare.mot,
      autres.map(({ mot }) => mot),
    ),
  );
  // all the words are common: the bound may have left some out
  return autres.length > 0 && rare.n >= COMMUN ? { ...lus, precisez: true } : lus;
}

/** The words typed, the rarest first; counted up to COMMUN. */
async function motsParRarete({ prefecture }: PorteeAgent, { texte, naissance }: Recherche & { sorte: 'mots' }) {
  const comptes = await driver().$queryRaw<{ mot: string; n: number }[]>`
    SELECT t.mot, (SELECT count(*)::int FROM (SELECT 1 FROM mot_dossier m WHERE m.prefecture_code = ${prefecture}
      AND m.mot >= t.mot COLLATE "C" AND m.mot < (t.mot || ${DERNIER}) COLLATE "C" LIMIT ${Prisma.raw(String(COMMUN))}) l) AS n
    FROM (SELECT DISTINCT mot FROM unnest(string_to_array(cle_de_nom(${texte}), ' ') || ${naissance}::text) mot WHERE mot <> '' LIMIT ${MOTS}) t`;
  return comptes.toSorted((a, b) => a.n - b.n || b.mot.length - a.mot.length);
}

/**
 * Identifiers of dossiers of which one word begins like `rare`, and others like each of `autres`. A dossier may come several times (two
 * words begin like this): more are taken than are shown.
 */
function parMots({ prefecture }: PorteeAgent, rare: string, autres: readonly string[]): Prisma.Sql {
  const { premier, apresTous } = bornes(rare);
  const verifies = autres.map((mot) => Prisma.sql`AND position(${` ${mot}`} IN c.mots) > 0`);
  return Prisma.sql`(SELECT c.dossier_id AS id FROM (SELECT m.dossier_id, m.mots FROM mot_dossier m
    WHERE m.prefecture_code = ${prefecture} AND m.mot >= ${premier} AND m.mot < ${apresTous} LIMIT ${CANDIDATS}) c
    WHERE true ${verifies.length ? Prisma.join(verifies, ' ') : Prisma.empty} LIMIT ${RETENUS})`;
}

/** What is found by a whole value, besides what the request said itself. */
function candidatsDe(portee: PorteeAgent, recherche: Exclude<Recherche, { sorte: 'mots' | 'vide' }>): Prisma.Sql {
  if (recherche.sorte === 'courriel') {
    const { adresse } = recherche;
    return Prisma.sql`${parMots(portee, adresse, [])}
      UNION ALL SELECT d.id FROM dossier d WHERE d.compte_id = (SELECT c.id FROM compte c WHERE c.email = ${adresse})`;
  }
  const { chiffres } = recherche;
  const { premier, apresTous } = bornes(chiffres);
  const telephones = [chiffres, chiffres.replace(/^0/, '+33')];
  return Prisma.sql`${parMots(portee, chiffres, [])}
    UNION ALL (SELECT d.id FROM dossier d WHERE d.prefecture_code = ${portee.prefecture}
      AND d.numero ~>=~ ${premier} AND d.numero ~<~ ${apresTous} LIMIT ${LUS})
    UNION ALL SELECT d.id FROM dossier d WHERE d.personne_id = (SELECT p.id FROM personne p WHERE p.numero_etranger = ${chiffres})
    UNION ALL SELECT d.id FROM dossier d WHERE d.compte_id = ANY(ARRAY(SELECT c.id FROM compte c WHERE c.numero_etranger = ${chiffres}
      UNION SELECT c.id FROM compte c WHERE c.telephone = ANY(${telephones}) LIMIT 50))`;
}

/** Those of the candidates that this agent may see: the last begun, an identifier being a moment; among them the newest deposit first. */
async function lire(portee: PorteeAgent, candidats: Prisma.Sql): Promise<Resultats> {
  const [lu] = await driver().$queryRaw<{ lignes: Ligne[] | null }[]>`
    SELECT json_agg(v ORDER BY v."deposeLe" DESC, v.id DESC) AS lignes FROM (
      SELECT d.id, d.numero, d.demandeur, d.reponses->>'date_naissance' AS naissance, d.procedure, d.procedure_version AS version, d.statut,
        d.attente, d.depose_le AS "deposeLe", a.prenom || ' ' || a.nom AS agent, d.restreint AS "estRestreint"
      FROM dossier d LEFT JOIN agent a ON a.id = d.agent_id
      WHERE d.id = ANY(ARRAY(${candidats})) AND ${lisible(portee)} ORDER BY d.id DESC LIMIT ${LUS}) v`;
  const lignes = lu?.lignes ?? [];
  const trouves = lignes.slice(0, TROUVES).map(
    ({ version, ...l }): DossierTrouve => ({
      ...l,
      procedure: procedureDe(l.procedure, version)?.nom ?? l.procedure,
      deposeLe: new Date(l.deposeLe),
    }),
  );
  return { trouves, precisez: lignes.length > TROUVES };
}
