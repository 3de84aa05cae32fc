// The ONLY writer of dossiers: lock the row, ask the domain, save, append the event, write the job; one transaction.
// The row lock makes every command safe to repeat and to run twice at once: the second one sees what the first did.
import 'server-only';
import { type Acteur, identifiantDe } from '#domain/access/actors.ts';
import type { Delegation } from '#domain/access/delegation.ts';
import type { Confie, Droit } from '#domain/access/mandat.ts';
import { confiesAvec, type PorteeAgent, type PorteeDossiers } from '#domain/access/scope.ts';
import { decider, type Faits } from '#domain/dossier/decide.ts';
import { type FaitsEvenement, SANS_SUITE, type Sens, type TypeEvenement } from '#domain/dossier/evenements.ts';
import type { Action, CYCLE } from '#domain/dossier/lifecycle.ts';
import { STATUTS, type Statut } from '#domain/dossier/statuts.ts';
import { jourDe } from '#domain/jour.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { Prisma, type Tx, transaction } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { enqueue } from '#platform/queue.ts';
import { procedureDe } from '#procedures/index.ts';
import { delegationsDe, lisible } from './queries.ts';

export type Proposition = { sens: Sens; par: string; motifs: string; le: string };

/** A dossier under lock. `procedure` is the version it was started with. */
export type DossierVerrouille = {
  id: string;
  numero: string | null;
  statut: Statut;
  procedure: Procedure;
  listeVersion: number;
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
  numeroEtranger: string | null;
};

type Ligne = {
  id: string;
  numero: string | null;
  statut: string;
  procedure: string;
  procedure_version: number;
  liste_version: number;
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
  complement_ouvert: boolean;
  pieces_a_verifier: boolean;
  restreint: boolean;
  delegations: Delegation[] | null;
};

export type Portee = PorteeDossiers | PorteeAgent;

/** `confie`: what makes it reachable when it is not the actor's own. */
type Verrouille = { dossier: DossierVerrouille; faits: Omit<Faits, 'jour'>; confie: Confie | null };

/** Loads and locks one dossier inside a scope; null when it is not there or not theirs. An agent never sees a draft. */
async function verrouiller(tx: Tx, portee: Portee, id: string): Promise<Verrouille | null> {
  if (!isId(id)) return null;
  const compteId = 'compteId' in portee ? portee.compteId : null;
  const confies = 'confies' in portee ? confiesAvec(portee, 'voir') : [];
  const parAgent = 'prefecture' in portee ? lisible(portee) : Prisma.sql`false`;
  const delegations = 'prefecture' in portee ? delegationsDe(portee.agentId) : Prisma.sql`NULL`;
  // Locked first, read after: in one statement, whoever waited for the lock would see the dossier as it is now but the compte,
  // the complements and the pieces as they were before waiting.
  await tx.$executeRaw`SELECT 1 FROM dossier WHERE id = ${id}::uuid FOR UPDATE`;
  const [ligne] = await tx.$queryRaw<Ligne[]>`
    SELECT d.id, d.numero, d.statut::text, d.procedure, d.procedure_version, d.liste_version, d.compte_id, d.personne_id,
      d.prefecture_code, d.agent_id, d.reponses, d.etapes_validees, d.observations, d.proposition, d.version, d.depose_le,
      c.email, c.numero_etranger,
      EXISTS (SELECT 1 FROM complement m WHERE m.dossier_id = d.id AND m.repondu_le IS NULL) AS complement_ouvert,
      EXISTS (SELECT 1 FROM piece p WHERE p.dossier_id = d.id AND p.verdict IS NULL) AS pieces_a_verifier, d.restreint,
      ${delegations} AS delegations
    FROM dossier d JOIN compte c ON c.id = d.compte_id
    WHERE d.id = ${id}::uuid
      AND (d.compte_id = ${compteId}::uuid OR d.id = ANY(${confies}::uuid[])
        OR ${parAgent})`;
  if (!ligne) return null;
  const procedure = procedureDe(ligne.procedure, ligne.procedure_version);
  const statut = STATUTS.find((s) => s === ligne.statut);
  if (!procedure || !statut) throw new Error(`dossier ${id} : procédure ou statut inconnu`);
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
      email: ligne.email,
      numeroEtranger: ligne.numero_etranger,
    },
    faits: {
      statut,
      etapesCompletes,
      complementOuvert: ligne.complement_ouvert,
      numeroEtranger: ligne.numero_etranger,
      toutesPiecesVerifiees: !ligne.pieces_a_verifier,
      proposition: ligne.proposition,
      confie: confie?.droits ?? null,
      estRestreint: ligne.restreint,
      delegations: ligne.delegations ?? [],
    },
  };
}

type EmisPar<A extends Action> = (typeof CYCLE)[A]['emet'];

/** What a command wants written along with the change of statut. */
export type Ecriture<A extends Action, T> = {
  colonnes?: Omit<Prisma.DossierUncheckedUpdateInput, 'statut' | 'version' | 'modifieLe'>;
  faits: FaitsEvenement[EmisPar<A>];
  valeur: T;
};

export type Ordre<A extends Action> = {
  action: A;
  dossierId: string;
  portee: Portee;
  acteur: Acteur;
  at: Date;
  /** version seen by the person; when it moved meanwhile, nothing is written */
  versionVue?: number;
  /** the decision about to be proposed: the table judges it, not the former one */
  proposition?: Proposition;
};

/**
 * Runs one action of the life cycle. `preparer` works inside the transaction, under the lock; refusing there rolls back.
 * `dejaFait` recognises a repetition and gives the former answer instead of a refusal.
 */
export async function executer<A extends Action, T>(
  ordre: Ordre<A>,
  preparer: (dossier: DossierVerrouille, tx: Tx, faits: Faits) => Promise<Resultat<Ecriture<A, T>>>,
  dejaFait: (dossier: DossierVerrouille) => T | null = () => null,
): Promise<Resultat<T>> {
  return annulable(async (tx) => {
    const charge = await verrouiller(tx, ordre.portee, ordre.dossierId);
    if (!charge) return refuse('introuvable');
    const { dossier, confie } = charge;
    const faits: Faits = { ...charge.faits, jour: jourDe(ordre.at), proposition: ordre.proposition ?? charge.faits.proposition };
    const ancienne = dejaFait(dossier);
    if (ancienne !== null) return ok(ancienne);
    if (ordre.versionVue !== undefined && ordre.versionVue !== dossier.version) return refuse('modifie_ailleurs');
    const decision = decider(ordre.action, faits, ordre.acteur);
    if (!decision.ok) return decision;
    const ecriture = await preparer(dossier, tx, faits);
    if (!ecriture.ok) return ecriture;
    await tx.dossier.update({
      where: { id: dossier.id },
      data: {
        ...ecriture.valeur.colonnes,
        statut: decision.valeur.vers ?? dossier.statut,
        version: dossier.version + 1,
        modifieLe: ordre.at,
      },
      select: { id: true },
    });
    await consigner(tx, dossier.id, decision.valeur.emet, ecriture.valeur.faits, ordre.acteur, ordre.at, confie?.mandatId);
    return ok(ecriture.valeur.valeur);
  });
}

/** Work on the rows of a dossier being filled (pieces, what is typed) that changes neither statut nor history. `droit`: what a mandataire needs. */
export async function surBrouillon<T>(
  portee: PorteeDossiers,
  droit: Droit,
  dossierId: string,
  travail: (dossier: DossierVerrouille, tx: Tx) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  return annulable(async (tx) => {
    const charge = await verrouiller(tx, portee, dossierId);
    if (!charge) return refuse('introuvable');
    if (charge.confie && !charge.confie.droits.includes(droit)) return refuse('droit_non_confie');
    if (charge.dossier.statut !== 'brouillon') return refuse('statut_incompatible');
    const resultat = await travail(charge.dossier, tx);
    if (charge.confie && droit === 'joindre' && resultat.ok) await consignerPourAutrui(tx, charge.confie);
    return resultat;
  });
}

/** What somebody joins or removes for the holder is told to them; what one does for oneself is seen in the list of pieces. */
async function consignerPourAutrui(tx: Tx, { dossierId, par, mandatId }: Confie): Promise<void> {
  const type: TypeEvenement = 'piece_modifiee';
  await tx.evenement.create({
    data: { dossierId, type, acteurSorte: par.sorte, acteurId: par.id, mandatId, faits: {} },
    select: { id: true },
  });
}

/** A mandat begins or ends: part of the history of its dossier. Runs in the caller's transaction, which has checked who acts. */
export async function consignerMandat(
  tx: Tx,
  dossierId: string,
  type: 'mandat_accepte' | 'mandat_fini',
  mandatId: string,
  acteur: Acteur,
  at: Date,
): Promise<void> {
  await consigner(tx, dossierId, type, { mandat: mandatId }, acteur, at, mandatId);
}

/** Creates a draft and its first event. Throws a unique violation when the compte already has a draft of this procedure. */
export async function creer(
  tx: Tx,
  brouillon: { id: string; procedure: Procedure; listeVersion: number; compteId: string; personneId: string | null },
  acteur: Acteur,
  at: Date,
): Promise<void> {
  const { id, procedure, listeVersion, compteId, personneId } = brouillon;
  await tx.dossier.create({
    data: {
      id,
      procedure: procedure.slug,
      procedureVersion: procedure.version,
      listeVersion,
      compteId,
      personneId,
      etapesValidees: [],
      creeLe: at,
      modifieLe: at,
    },
    select: { id: true },
  });
  await consigner(tx, id, 'commence', { procedure: procedure.slug }, acteur, at);
}

/** Moves a draft to another procedure (S-074): the caller has pruned the answers and removed the pieces of the former branch. */
export async function changerDeProcedure(
  tx: Tx,
  dossier: DossierVerrouille,
  cible: { procedure: Procedure; listeVersion: number; reponses: Reponses; etapesValidees: readonly string[] },
  acteur: Acteur,
  at: Date,
): Promise<void> {
  const { procedure, listeVersion, reponses, etapesValidees } = cible;
  await tx.dossier.update({
    where: { id: dossier.id },
    data: {
      procedure: procedure.slug,
      procedureVersion: procedure.version,
      listeVersion,
      reponses: enJson(reponses),
      etapesValidees: [...etapesValidees],
      version: dossier.version + 1,
      modifieLe: at,
    },
    select: { id: true },
  });
  await consigner(tx, dossier.id, 'situation_changee', { de: dossier.procedure.slug, vers: procedure.slug }, acteur, at);
}

/** Ties every dossier of a compte to the person it now belongs to: one person, one history (R.142-20). */
export async function rattacher(tx: Tx, compteId: string, personneId: string): Promise<void> {
  // a dossier that another agent holds right now is being given its person by that very action: no waiting, no deadlock
  await tx.$executeRaw`
    UPDATE dossier SET personne_id = ${personneId}::uuid
    WHERE id IN (SELECT id FROM dossier WHERE compte_id = ${compteId}::uuid AND personne_id IS NULL FOR UPDATE SKIP LOCKED)`;
}

async function consigner(
  tx: Tx,
  dossierId: string,
  type: TypeEvenement,
  faits: FaitsEvenement[TypeEvenement],
  acteur: Acteur,
  at: Date,
  mandatId: string | null = null,
): Promise<void> {
  const evenement = await tx.evenement.create({
    data: { dossierId, type, acteurSorte: acteur.sorte, acteurId: identifiantDe(acteur), mandatId, faits, creeLe: at },
    select: { id: true },
  });
  if (!SANS_SUITE.includes(type)) await enqueue(tx, 'evenement', { evenementId: String(evenement.id) });
}

/** Domain values are plain JSON; this says so to the database client without an assertion. */
export function enJson(valeur: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(valeur));
}

/** A refusal inside the transaction undoes what was written before it. */
class Annulation extends Error {
  readonly resultat: Resultat<never>;
  constructor(resultat: Resultat<never>) {
    super('annulation');
    this.resultat = resultat;
  }
}

async function annulable<T>(travail: (tx: Tx) => Promise<Resultat<T>>): Promise<Resultat<T>> {
  try {
    return await transaction(async (tx) => {
      const resultat = await travail(tx);
      if (!resultat.ok) throw new Annulation(resultat);
      return resultat;
    });
  } catch (erreur) {
    if (erreur instanceof Annulation) return erreur.resultat;
    throw erreur;
  }
}
