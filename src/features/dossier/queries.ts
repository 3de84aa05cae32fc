// Which dossiers a scope reaches: the ONE place that says it, in SQL and for the queries that are not written in SQL;
// and one dossier with what the life cycle judges by, read by the store, which alone writes.
import 'server-only';
import type { Delegation } from '#domain/access/delegation.ts';
import type { Confie, Droit } from '#domain/access/mandat.ts';
import type { Representation } from '#domain/access/representation.ts';
import { confiesAvec, type PorteeAgent, type PorteeDossiers, type PorteeLecture, type PorteeSession } from '#domain/access/scope.ts';
import { adresseMontree } from '#domain/compte/identifiant.ts';
import { echeanceComplement, type FaitsComplement } from '#domain/delais/complement.ts';
import type { Cloture } from '#domain/dossier/cloture.ts';
import { type FondementRefus, saisineDe } from '#domain/dossier/commission.ts';
import type { Faits } from '#domain/dossier/decide.ts';
import type { FaitsEvenement, Sens } from '#domain/dossier/evenements.ts';
import type { Lettre } from '#domain/dossier/lettres.ts';
import { type Attente, DEPOSES, STATUTS, type Statut } from '#domain/dossier/statuts.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import type { Preremplissage, Reprise } from '#domain/procedure/preremplir.ts';
import type { Transcript } from '#domain/procedure/transcript.ts';
import { Prisma, type Sql } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';

/** Condition on a dossier: it is of this compte, or confided with this right. Under `OR` alone: spread beside an `id`, it never takes its place. */
export function sienOuConfie(portee: PorteeDossiers, droit: Droit): Prisma.DossierWhereInput {
  const confies = { id: { in: confiesAvec(portee, droit) } };
  return { OR: portee.compteId === null ? [confies] : [{ compteId: portee.compteId }, confies] };
}

/** SQL condition on `d` (a dossier already known to be deposited, in the prefecture): restricted ones only for whom may see them (C40). */
export function nonCache({ agentId, ordinaires, restreints }: PorteeAgent): Prisma.Sql {
  if (restreints === 'tous') return ordinaires ? Prisma.sql`true` : Prisma.sql`d.restreint`;
  if (restreints === 'aucun') return ordinaires ? Prisma.sql`NOT d.restreint` : Prisma.sql`false`;
  // an array read once, before the dossiers: the queue stays a walk along its index
  const habilite = Prisma.sql`d.id = ANY(ARRAY(SELECT h.dossier_id FROM habilitation h WHERE h.agent_id = ${agentId}::uuid))`;
  return ordinaires ? Prisma.sql`(NOT d.restreint OR ${habilite})` : Prisma.sql`(d.restreint AND ${habilite})`;
}

/** SQL condition on `d`, a dossier: this agent may read it. Never a draft, never another prefecture, never a restricted one unseen. */
export function lisible(portee: PorteeLecture): Prisma.Sql {
  const depose = Prisma.sql`d.statut NOT IN ('brouillon', 'abandonne')`;
  if ('dossierId' in portee) return Prisma.sql`(d.id = ${portee.dossierId}::uuid AND ${depose})`;
  return Prisma.sql`(d.prefecture_code = ${portee.prefecture} AND ${depose} AND ${nonCache(portee)})`;
}

/** SQL value on `d` and its `c` (compte): the number of the demandeur, who is the minor when somebody represents them. */
export const NUMERO_DU_DEMANDEUR = Prisma.sql`CASE WHEN d.representation IS NULL THEN c.numero_etranger
  ELSE (SELECT q.numero_etranger FROM personne q WHERE q.id = d.personne_id) END`;

/** SQL rows on `d` and `m` (a complement of it): the notification by which the person was told. */
export const NOTIFICATION_DU_COMPLEMENT = Prisma.sql`
  SELECT n.id, n.disponible_le, n.ouverte_le FROM evenement e JOIN notification n ON n.evenement_id = e.id AND n.compte_id = d.compte_id
  WHERE e.dossier_id = d.id AND e.type = 'complement_demande' AND e.faits->>'complement' = m.id::text LIMIT 1`;

/** SQL condition on `e`: no decision of its dossier was annulled since. Decisions alone are to be asked: the rest goes on standing. */
export const TIENT = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM evenement x WHERE x.dossier_id = e.dossier_id AND x.type = 'decision_annulee' AND x.id > e.id)`;

/** What the period of a complement runs from, as Postgres writes it in JSON. */
export type DelaiLu = {
  disponibleLe: string | null;
  ouverteLe: string | null;
  consentementLe: string | null;
  consentementFinLe: string | null;
  prolongeJusqu: Jour | null;
  recommandeLe: Jour | null;
};

/** SQL, names and values of a JSON object, on `m` (a complement), its notification `n` and the `c` (compte) of its dossier: a DelaiLu. */
export const DELAI_DE_M = Prisma.sql`'disponibleLe', n.disponible_le, 'ouverteLe', n.ouverte_le, 'consentementLe', c.consentement_le,
  'consentementFinLe', c.consentement_fin_le, 'prolongeJusqu', m.prolonge_jusqu, 'recommandeLe', m.recommande_le`;

const enDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

/** Null: the person was not told yet. */
export function delaiLu(lu: DelaiLu): FaitsComplement | null {
  const { prolongeJusqu, recommandeLe } = lu;
  const disponibleLe = enDate(lu.disponibleLe);
  const consentement = { le: enDate(lu.consentementLe), finLe: enDate(lu.consentementFinLe) };
  return disponibleLe && { disponibleLe, ouverteLe: enDate(lu.ouverteLe), consentement, prolongeJusqu, recommandeLe };
}

/**
 * What an open dossier waits for, out of its rows (to be called once they are written, in their transaction): something that an agent
 * must read, then the person's answer, then an opinion without which nothing is decided; null: its agent.
 */
export async function attenteDuDossier(tx: Sql, dossierId: string): Promise<Attente | null> {
  const [ligne] = await tx.$queryRaw<{ attente: Attente | null }[]>`
    SELECT CASE
      WHEN EXISTS (SELECT 1 FROM complement m WHERE m.dossier_id = ${dossierId}::uuid
        AND ((m.repondu_le IS NOT NULL AND m.traite_le IS NULL)
          OR (m.repondu_le IS NULL AND m.leve_le IS NULL AND m.prolongation_demandee_le IS NOT NULL AND m.prolongation_traitee_le IS NULL)))
        OR EXISTS (SELECT 1 FROM message s WHERE s.dossier_id = ${dossierId}::uuid AND s.auteur_sorte = 'usager'
          AND s.envoye_le IS NOT NULL AND s.traite_le IS NULL) THEN 'reponse'
      WHEN EXISTS (SELECT 1 FROM complement m WHERE m.dossier_id = ${dossierId}::uuid AND m.repondu_le IS NULL AND m.leve_le IS NULL)
        THEN 'complement'
      WHEN EXISTS (SELECT 1 FROM avis v WHERE v.dossier_id = ${dossierId}::uuid AND v.sens IS NULL AND v.sorte IN ('commission', 'ofii')) THEN 'avis' END AS attente`;
  return ligne?.attente ?? null;
}

/** SQL value: the delegations of signature of an agent, whatever their state, as `Delegation[]` in JSON. */
export function delegationsDe(agentId: string): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('reference', g.reference, 'sortes', g.sortes, 'debutLe', g.debut_le, 'finLe', g.fin_le,
    'estRevoquee', g.revoquee_le IS NOT NULL) ORDER BY g.debut_le DESC) FROM delegation g WHERE g.agent_id = ${agentId}::uuid)`;
}

/** The same condition for the queries that are not written in SQL. */
export function lisibleParAgent(portee: PorteeLecture): Prisma.DossierWhereInput {
  const statut = { in: [...DEPOSES] };
  if ('dossierId' in portee) return { id: portee.dossierId, statut };
  const { prefecture: prefectureCode, agentId, ordinaires, restreints } = portee;
  const vus: Prisma.DossierWhereInput[] = ordinaires ? [{ restreint: false }] : [];
  if (restreints === 'tous') vus.push({ restreint: true });
  if (restreints === 'habilites') vus.push({ restreint: true, habilitations: { some: { agentId } } });
  return { prefectureCode, statut, OR: vus };
}

/** `modele`: the letter as its template made it; `proposee`: as the instructeur proposed it; `lettre`: as it is now, with its fingerprint. */
export type Proposition = {
  sens: Sens;
  par: string;
  motifs: string;
  le: string;
  irrecevable?: boolean;
  oqtf?: boolean;
  /** of a refusal; absent: not said, or proposed before it was asked */
  fondement?: FondementRefus;
  cloture?: Cloture;
  modele?: Lettre;
  proposee?: Lettre;
  lettre?: Lettre;
  empreinte?: string;
  /** valideur who rewrote it */
  corrigeePar?: string;
};

/** What a command may write of a dossier; statut, version and date of change are the store's own. */
export type Colonnes = Partial<{
  numero: string;
  reponses: Reponses;
  etapesValidees: readonly string[];
  listeVersion: number;
  listeLocale: string | null;
  observations: string | null;
  transcript: Transcript;
  demandeur: string;
  prefectureCode: string;
  personneId: string | null;
  agentId: string | null;
  proposition: Proposition;
  deposeLe: Date;
  decideLe: Date | null;
  restreint: boolean;
  reprise: Reprise | null;
  attente: Attente | null;
}>;

/** A dossier under lock. `procedure` is the version it was started with. */
export type DossierVerrouille = {
  id: string;
  numero: string | null;
  statut: Statut;
  procedure: Procedure;
  listeVersion: number;
  /** what the préfecture adds to it: `slug@59#3` */
  listeLocale: string | null;
  compteId: string;
  personneId: string | null;
  prefectureCode: string | null;
  agentId: string | null;
  reponses: Reponses;
  etapesValidees: readonly string[];
  observations: string | null;
  proposition: Proposition | null;
  version: number;
  deposeLe: Date | null;
  email: string;
  /** of the demandeur: the holder of the compte, or the minor they represent */
  numeroEtranger: string | null;
  /** the demandeur is a minor, represented by the holder of the compte (D-11) */
  representation: Representation | null;
};

/** `representation`: the demandeur is a minor whom the holder of the compte represents; `canal`: at the desk (R.431-2). */
export type Brouillon = {
  id: string;
  procedure: Procedure;
  listeVersion: number;
  compteId: string;
  personneId: string | null;
  representation?: Representation | null;
  canal?: 'en_ligne' | 'guichet';
  /** with what it begins (domain/procedure/preremplir.ts) */
  rempli?: Preremplissage;
};

/** The most urgent thing due to a dossier, as it was in this version; null: nothing. */
export type EcheanceLue = { id: string; version: number; le: Jour | null; code: string | null };

/** What a draft becomes when it moves to another procedure. */
export type Destination = Pick<DossierVerrouille, 'procedure' | 'listeVersion' | 'reponses' | 'etapesValidees'>;

type Ligne = {
  id: string;
  numero: string | null;
  statut: string;
  procedure: string;
  procedure_version: number;
  liste_version: number;
  liste_locale: string | null;
  compte_id: string;
  personne_id: string | null;
  prefecture_code: string | null;
  agent_id: string | null;
  reponses: Reponses;
  etapes_validees: string[];
  observations: string | null;
  proposition: Proposition | null;
  version: number;
  depose_le: Date | null;
  email: string;
  numero_etranger: string | null;
  representation: Representation | null;
  complement_ouvert: boolean;
  pieces_a_verifier: boolean;
  restreint: boolean;
  delegations: Delegation[] | null;
  titre: 'commande' | 'recu' | null;
  biometrie_attendue: boolean | null;
  examen: Examen | null;
};

/** What the agents' actions are judged by, read for them alone; instants as Postgres writes them in JSON. */
type Examen = {
  commissionRendue: boolean;
  ofiiRendu: boolean;
  complement: DelaiLu | null;
};

/** SQL value on `d` and its `c`: the same. */
const EXAMEN = Prisma.sql`jsonb_build_object(
  'commissionRendue', EXISTS (SELECT 1 FROM avis v WHERE v.dossier_id = d.id AND v.sorte = 'commission' AND v.sens IS NOT NULL),
  'ofiiRendu', EXISTS (SELECT 1 FROM avis v WHERE v.dossier_id = d.id AND v.sorte = 'ofii' AND v.sens IS NOT NULL),
  'complement', (SELECT jsonb_build_object(${DELAI_DE_M})
    FROM complement m LEFT JOIN LATERAL (${NOTIFICATION_DU_COMPLEMENT}) n ON true
    WHERE m.dossier_id = d.id AND m.repondu_le IS NULL AND m.leve_le IS NULL))`;

/** What was typed in an etape, as JSON, and the version that the person saw (0: none). */
export type Saisie = { etape: string; json: string; versionVue: number };

/** What validating an etape of questions writes: the answers, the etape, and what was typed with the version that the person saw. */
export type Inscription<T> = {
  reponses: Reponses;
  etapesValidees: readonly string[];
  saisie: Saisie;
  faits: FaitsEvenement['etape_validee'];
  valeur: T;
};

export type Portee = PorteeDossiers | PorteeAgent;

/** All but the day of the action, and what depends on it. */
export type FaitsAvant = Omit<Faits, 'jour' | 'complementEchu'> & { estEchu: (jour: Jour) => boolean };

/** `confie`: what makes it reachable when it is not the actor's own. */
export type Charge = { dossier: DossierVerrouille; faits: FaitsAvant; confie: Confie | null };

/**
 * Locked first, read after: in one statement, whoever waited for the lock would see the dossier as it is now but the compte, the
 * complements and the pieces as they were before waiting. `evenementId`: kept for the event that will say what was done.
 */
export async function verrouiller(tx: Sql, portee: Portee, id: string): Promise<(Charge & { evenementId: string }) | null> {
  if (!isId(id)) return null;
  const verrou = tx.$queryRaw<{ id: string }[]>`
    SELECT nextval('evenement_id_seq')::text AS id FROM dossier WHERE id = ${id}::uuid FOR UPDATE`;
  // only the driver keeps the order of what is sent together
  if (!('$last' in tx)) await verrou;
  const [[prise], charge] = await Promise.all([verrou, lire(tx, portee, id)]);
  return prise && charge ? { ...charge, evenementId: prise.id } : null;
}

/** One dossier inside a scope; null when it is not there or not theirs. An agent never sees a draft. */
export async function lire(base: Sql, portee: Portee, id: string): Promise<Charge | null> {
  const compteId = 'compteId' in portee ? portee.compteId : null;
  const confies = 'confies' in portee ? confiesAvec(portee, 'voir') : [];
  const parAgent = 'prefecture' in portee ? lisible(portee) : Prisma.sql`false`;
  const delegations = 'prefecture' in portee ? delegationsDe(portee.agentId) : Prisma.sql`NULL`;
  const examen = 'prefecture' in portee ? EXAMEN : Prisma.sql`NULL`;
  const [ligne] = await base.$queryRaw<Ligne[]>`
    SELECT ${COLONNES}, ${delegations} AS delegations, ${examen} AS examen
    FROM dossier d JOIN compte c ON c.id = d.compte_id
    WHERE d.id = ${id}::uuid
      AND (d.compte_id = ${compteId}::uuid OR d.id = ANY(${confies}::uuid[])
        OR ${parAgent})`;
  return ligne ? chargeDe(ligne, portee) : null;
}

/** One dossier of whoever holds this session, read before it is known who they are. What is only confided to them is not. */
export async function lireAvance(base: Sql, { sessionId, at }: PorteeSession, id: string): Promise<Avance | null> {
  if (!isId(id)) return null;
  const [ligne] = await base.$queryRawUnsafe<Ligne[]>(AVANCE, sessionId, at, id);
  return ligne ? { chargePour: (portee) => (ligne.compte_id === portee.compteId ? chargeDe(ligne, portee) : null) } : null;
}

/** A dossier already read, which opens only to the scope of its holder. */
export type Avance = { chargePour: (portee: PorteeDossiers) => Charge | null };

const COLONNES = Prisma.sql`d.id, d.numero, d.statut::text, d.procedure, d.procedure_version, d.liste_version, d.liste_locale, d.compte_id,
  d.personne_id, d.prefecture_code, d.agent_id, d.reponses, d.etapes_validees, d.observations, d.proposition, d.version, d.depose_le,
  c.email, ${NUMERO_DU_DEMANDEUR} AS numero_etranger, d.representation,
  EXISTS (SELECT 1 FROM complement m WHERE m.dossier_id = d.id AND m.repondu_le IS NULL AND m.leve_le IS NULL) AS complement_ouvert,
  EXISTS (SELECT 1 FROM piece p WHERE p.dossier_id = d.id AND p.verdict IS NULL) AS pieces_a_verifier, d.restreint,
  CASE WHEN d.statut = 'accepte' THEN (SELECT CASE WHEN r.recu_le IS NULL THEN 'commande' ELSE 'recu' END FROM remise r WHERE r.dossier_id = d.id) END AS titre,
  CASE WHEN d.statut = 'accepte' THEN EXISTS (SELECT 1 FROM convocation v WHERE v.dossier_id = d.id AND v.sorte = 'biometrie' AND v.etat IN ('prevue', 'manquee'))
    AND NOT EXISTS (SELECT 1 FROM convocation v WHERE v.dossier_id = d.id AND v.sorte = 'biometrie' AND v.etat = 'honoree') END AS biometrie_attendue`;

const AVANCE = `SELECT ${COLONNES.text}, NULL AS delegations, NULL AS examen
  FROM session s JOIN dossier d ON d.compte_id = s.compte_id JOIN compte c ON c.id = d.compte_id
  WHERE s.id = $1::uuid AND s.revoquee_le IS NULL AND s.expire_le > $2 AND d.id = $3::uuid`;

function chargeDe(ligne: Ligne, portee: Portee): Charge {
  const compteId = 'compteId' in portee ? portee.compteId : null;
  const procedure = procedureDe(ligne.procedure, ligne.procedure_version);
  const statut = STATUTS.find((s) => s === ligne.statut);
  if (!procedure || !statut) throw new Error(`dossier ${ligne.id} : procédure ou statut inconnu`);
  const etapesCompletes = procedure.etapes
    .filter((e) => e.sorte === 'champs' || e.sorte === 'pieces')
    .every((e) => ligne.etapes_validees.includes(e.code));
  const confie =
    'confies' in portee && ligne.compte_id !== compteId ? (portee.confies.find((c) => c.dossierId === ligne.id) ?? null) : null;
  return {
    confie,
    dossier: {
      id: ligne.id,
      numero: ligne.numero,
      statut,
      procedure,
      listeVersion: ligne.liste_version,
      listeLocale: ligne.liste_locale,
      compteId: ligne.compte_id,
      personneId: ligne.personne_id,
      prefectureCode: ligne.prefecture_code,
      agentId: ligne.agent_id,
      reponses: ligne.reponses,
      etapesValidees: ligne.etapes_validees,
      observations: ligne.observations,
      proposition: ligne.proposition,
      version: ligne.version,
      deposeLe: ligne.depose_le,
      email: adresseMontree(ligne.email),
      numeroEtranger: procedure.demandeur === 'salarie' ? null : ligne.numero_etranger,
      representation: ligne.representation,
    },
    faits: {
      statut,
      etapesCompletes,
      complementOuvert: ligne.complement_ouvert,
      numeroEtranger: ligne.numero_etranger,
      numeroAttendu: procedure.demandeur !== 'salarie',
      estAutomatique: procedure.traitement === 'automatique',
      toutesPiecesVerifiees: !ligne.pieces_a_verifier,
      proposition: ligne.proposition,
      confie: confie?.droits ?? null,
      estRestreint: ligne.restreint,
      delegations: ligne.delegations ?? [],
      agentId: ligne.agent_id,
      saisine:
        ligne.depose_le === null
          ? { conditionsRemplies: null, engagement: null }
          : saisineDe(procedure, { reponses: ligne.reponses, jour: jourDe(ligne.depose_le) }),
      commissionRendue: ligne.examen?.commissionRendue ?? false,
      ofiiRequis: procedure.suiteDuDepot === 'certificat_ofii',
      ofiiRendu: ligne.examen?.ofiiRendu ?? false,
      attestationPossible: procedure.documentProvisoire.sorte === 'api' || procedure.documentProvisoire.sorte === 'api_immediate',
      titre: ligne.titre,
      biometrieAttendue: ligne.biometrie_attendue ?? false,
      estEchu: (jour) => estEchu(ligne.examen?.complement ?? null, jour),
    },
  };
}

/** True when the person was told, had the time to answer, and has not. */
function estEchu(complement: DelaiLu | null, jour: Jour): boolean {
  const delai = complement && delaiLu(complement);
  const echeance = delai && echeanceComplement(delai, jour);
  return echeance !== null && echeance.joursRestants < 0;
}
