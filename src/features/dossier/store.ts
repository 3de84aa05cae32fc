// The ONLY writer of dossiers: read the row, ask the domain, save, append the event, write the job; all or nothing.
// `executer` locks the row first, so every command is safe to repeat and to run twice at once: the second one sees what the first did.
// `inscrire` reads without lock and writes in one statement that does nothing when somebody wrote meanwhile; then it reads again.
import 'server-only';
import { type Acteur, identifiantDe } from '#domain/access/actors.ts';
import type { Droit } from '#domain/access/mandat.ts';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import type { Adresse } from '#domain/adresse/adresse.ts';
import { decider, type Faits } from '#domain/dossier/decide.ts';
import { type FaitsEvenement, SANS_SUITE } from '#domain/dossier/evenements.ts';
import type { Action, CYCLE } from '#domain/dossier/lifecycle.ts';
import { OUVERTS, type Statut } from '#domain/dossier/statuts.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { driver, driverTransaction, Prisma, type Sql, type SqlTransaction, type Tx, transaction } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { annulable } from './annulation/commands.ts';
import { consigner, consignerPourAutrui, donnerSuite, type Evenement } from './journal/commands.ts';
import {
  type Avance,
  attenteDuDossier,
  type Brouillon,
  type Colonnes,
  type Destination,
  type DossierVerrouille,
  type EcheanceLue,
  type FaitsAvant,
  type Inscription,
  lire,
  type Portee,
  type Proposition,
  verrouiller,
} from './queries.ts';

export type { Brouillon, DossierVerrouille, Inscription, Portee, Proposition, Saisie } from './queries.ts';

type EmisPar<A extends Action> = (typeof CYCLE)[A]['emet'];

/** What a command wants written along with the change of statut. */
export type Ecriture<A extends Action, T> = {
  colonnes?: Colonnes;
  faits: FaitsEvenement[EmisPar<A>];
  valeur: T;
  /** other rows, written in the statement of the dossier: `nom AS (…)` */
  avec?: readonly Prisma.Sql[];
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

type Preparer<A extends Action, T, B, L = void> = (d: DossierVerrouille, tx: B, faits: Faits, lu: L) => Promise<Resultat<Ecriture<A, T>>>;
type DejaFait<T> = (dossier: DossierVerrouille) => T | null;

/**
 * Runs one action of the life cycle. `preparer` works inside the transaction, under the lock; refusing there rolls back.
 * `dejaFait` recognises a repetition and gives the former answer instead of a refusal.
 */
export function executer<A extends Action, T>(
  ordre: Ordre<A>,
  preparer: Preparer<A, T, Tx>,
  dejaFait: DejaFait<T> = () => null,
): Promise<Resultat<T>> {
  return annulable(transaction<Resultat<T>>, (tx) => conduire(tx, ordre, preparer, dejaFait, async () => undefined));
}

/** The same with hand-written SQL only: what must be light. `avance`: reads that leave with the lock, for `preparer`. */
export function executerEnSql<A extends Action, T, L>(
  ordre: Ordre<A>,
  avance: (tx: Sql) => Promise<L>,
  preparer: Preparer<A, T, Sql, L>,
  dejaFait: DejaFait<T> = () => null,
): Promise<Resultat<T>> {
  return annulable(driverTransaction<Resultat<T>>, (tx) => conduire(tx, ordre, preparer, dejaFait, avance, tx));
}

async function conduire<A extends Action, T, B extends Sql, L>(
  tx: B,
  ordre: Ordre<A>,
  preparer: Preparer<A, T, B, L>,
  dejaFait: DejaFait<T>,
  avance: (tx: B) => Promise<L>,
  fin?: SqlTransaction,
): Promise<Resultat<T>> {
  const [charge, lu] = await Promise.all([verrouiller(tx, ordre.portee, ordre.dossierId), avance(tx)]);
  if (!charge) return refuse('introuvable');
  const { dossier, confie, evenementId } = charge;
  const faits: Faits = { ...auJour(charge.faits, jourDe(ordre.at)), proposition: ordre.proposition ?? charge.faits.proposition };
  const ancienne = dejaFait(dossier);
  if (ancienne !== null) return ok(ancienne);
  if (ordre.versionVue !== undefined && ordre.versionVue !== dossier.version) return refuse('modifie_ailleurs');
  const decision = decider(ordre.action, faits, ordre.acteur);
  if (!decision.ok) return decision;
  const ecriture = await preparer(dossier, tx, faits, lu);
  if (!ecriture.ok) return ecriture;
  const { colonnes, faits: ceQuiEstArrive, valeur, avec = [] } = ecriture.valeur;
  const { vers, emet: type } = decision.valeur;
  const evenement = { id: evenementId, type, faits: ceQuiEstArrive, mandatId: confie?.mandatId ?? null };
  const aUneSuite = !SANS_SUITE.includes(type);
  // the last statement takes COMMIT along: nothing is waited for in between
  if (!aUneSuite) fin?.$last();
  const ecrit = ecrire(tx, dossier.id, vers ?? dossier.statut, { colonnes, avec }, evenement, ordre.acteur, ordre.at);
  if (aUneSuite) fin?.$last();
  await Promise.all([ecrit, donnerSuite(tx, type, evenementId)]);
  return ok(valeur);
}

const auJour = ({ estEchu, ...faits }: FaitsAvant, jour: Jour): Faits => ({ ...faits, jour, complementEchu: estEchu(jour) });

/** SQL type of what a command may write; the columns bear the same names, as prisma/schema maps them: etapesValidees, etapes_validees. */
const TYPES = {
  numero: 'text',
  reponses: 'jsonb',
  etapesValidees: 'text[]',
  listeVersion: 'int',
  listeLocale: 'text',
  observations: 'text',
  transcript: 'jsonb',
  demandeur: 'text',
  prefectureCode: 'text',
  personneId: 'uuid',
  agentId: 'uuid',
  proposition: 'jsonb',
  deposeLe: 'timestamptz',
  decideLe: 'timestamptz',
  restreint: 'boolean',
  reprise: 'jsonb',
  attente: 'text',
} as const satisfies Record<keyof Colonnes, string>;

const AFFECTATIONS = Object.entries(TYPES).map(([nom, type]) => ({
  nom,
  sorte: type,
  texte: [`${nom.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`)} = `, `::${type}`],
}));

/** What is left out is not named: a long answer that does not change is neither read nor written again. */
function affectations(colonnes: Colonnes): Prisma.Sql[] {
  const valeurs = new Map<string, unknown>(Object.entries(colonnes));
  return AFFECTATIONS.flatMap(({ nom, sorte, texte }) => {
    const valeur = valeurs.get(nom);
    if (valeur === undefined) return [];
    return [new Prisma.Sql(texte, [sorte === 'jsonb' && valeur !== null ? JSON.stringify(valeur) : valeur])];
  });
}

/** The row and its event in one statement. What `colonnes` leaves out keeps its value. */
async function ecrire(
  tx: Sql,
  id: string,
  statut: Statut,
  { colonnes = {}, avec }: { colonnes: Colonnes | undefined; avec: readonly Prisma.Sql[] },
  { id: evenementId, type, faits, mandatId = null }: Evenement & { id: string },
  acteur: Acteur,
  at: Date,
): Promise<void> {
  const ecrit = Prisma.sql`ecrit AS (
      UPDATE dossier d SET ${Prisma.join([Prisma.sql`statut = ${statut}::statut`, ...affectations(colonnes)])},
        version = d.version + 1, modifie_le = ${at}::timestamptz
      WHERE d.id = ${id}::uuid RETURNING d.id)`;
  await tx.$queryRaw`
    WITH ${Prisma.join([ecrit, ...avec])}
    INSERT INTO evenement (id, dossier_id, type, acteur_sorte, acteur_id, mandat_id, faits, cree_le)
    SELECT ${evenementId}::bigint, id, ${type}, ${acteur.sorte}, ${identifiantDe(acteur)}::uuid, ${mandatId}::uuid, ${JSON.stringify(faits)}::jsonb, ${at}::timestamptz
    FROM ecrit`;
}

/** What is awaited changed without an act of the life cycle (a message put aside). Runs in the caller's transaction. */
export async function actualiserAttente(tx: Tx, id: string): Promise<void> {
  const attente = await attenteDuDossier(tx, id);
  await tx.dossier.updateMany({ where: { id, statut: { in: [...OUVERTS] } }, data: { attente } });
}

/** How many times a save may find that somebody wrote meanwhile. */
const ESSAIS = 5;

/**
 * "Enregistrer": everything it judges by stands in the row of the dossier, so no lock is held while it judges, and nothing waits.
 * `lu`: the dossier as read with the session. Refusal `saisie_en_conflit`: another tab or device typed in this etape since `versionVue`.
 */
export async function inscrire<T>(
  { dossierId, portee, acteur, at, lu }: { dossierId: string; portee: PorteeDossiers; acteur: Acteur; at: Date; lu?: Avance | null },
  preparer: (dossier: DossierVerrouille) => Resultat<Inscription<T>>,
): Promise<Resultat<T>> {
  if (!isId(dossierId)) return refuse('introuvable');
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    const charge = (essai === 0 ? lu?.chargePour(portee) : null) ?? (await lire(driver(), portee, dossierId));
    if (!charge) return refuse('introuvable');
    const { dossier, faits, confie } = charge;
    const decision = decider('enregistrer', auJour(faits, jourDe(at)), acteur);
    if (!decision.ok) return decision;
    const preparee = preparer(dossier);
    if (!preparee.ok) return preparee;
    const { reponses, etapesValidees, saisie, faits: ceQuiEstArrive, valeur } = preparee.valeur;
    // Nothing is written unless everything is: the row as it was read, under lock, then what was typed, then the answers, then the event.
    const [sort] = await driver().$queryRaw<{ comme_lu: boolean; ecrit: boolean }[]>`
      WITH lu AS (SELECT id FROM dossier WHERE id = ${dossier.id}::uuid AND version = ${dossier.version}::int FOR UPDATE),
      gardee AS (
        INSERT INTO saisie (dossier_id, etape, valeurs, version, modifie_le)
        SELECT id, ${saisie.etape}, ${saisie.json}::jsonb, ${saisie.versionVue}::int + 1, ${at} FROM lu
        WHERE ${saisie.versionVue}::int = 0 OR EXISTS (SELECT 1 FROM saisie s WHERE s.dossier_id = lu.id AND s.etape = ${saisie.etape})
        ON CONFLICT (dossier_id, etape) DO UPDATE
          SET valeurs = excluded.valeurs, version = greatest(saisie.version, excluded.version), modifie_le = excluded.modifie_le
        WHERE saisie.version = ${saisie.versionVue}::int OR saisie.valeurs = excluded.valeurs
        RETURNING dossier_id),
      ecrit AS (
        UPDATE dossier d SET reponses = ${JSON.stringify(reponses)}::jsonb, etapes_validees = ${etapesValidees}::text[],
          statut = ${decision.valeur.vers ?? dossier.statut}::statut, version = d.version + 1, modifie_le = ${at}
        FROM gardee WHERE d.id = gardee.dossier_id RETURNING d.id),
      note AS (
        INSERT INTO evenement (dossier_id, type, acteur_sorte, acteur_id, mandat_id, faits, cree_le)
        SELECT id, ${decision.valeur.emet}, ${acteur.sorte}, ${identifiantDe(acteur)}::uuid,
          ${confie?.mandatId ?? null}::uuid, ${JSON.stringify(ceQuiEstArrive)}::jsonb, ${at}
        FROM ecrit)
      SELECT EXISTS (SELECT 1 FROM lu) AS comme_lu, EXISTS (SELECT 1 FROM ecrit) AS ecrit`;
    if (sort?.ecrit) return ok(valeur);
    if (sort?.comme_lu) return refuse('saisie_en_conflit');
  }
  return refuse('modifie_ailleurs');
}

/** Work on the rows of a dossier being filled (pieces, what is typed) that changes neither statut nor history. `droit`: what a mandataire needs. */
export async function surBrouillon<T>(
  portee: PorteeDossiers,
  droit: Droit,
  dossierId: string,
  travail: (dossier: DossierVerrouille, tx: Tx) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  return annulable(transaction<Resultat<T>>, async (tx) => {
    const charge = await verrouiller(tx, portee, dossierId);
    if (!charge) return refuse('introuvable');
    if (charge.confie && !charge.confie.droits.includes(droit)) return refuse('droit_non_confie');
    if (charge.dossier.statut !== 'brouillon') return refuse('statut_incompatible');
    const resultat = await travail(charge.dossier, tx);
    if (charge.confie && droit === 'joindre' && resultat.ok) await consignerPourAutrui(tx, charge.confie);
    return resultat;
  });
}

/** The next day due of dossiers, where it changed and where nobody wrote since `version` (their event counts again). By features/horloge alone. */
export async function dater(tx: Sql, lues: readonly EcheanceLue[]): Promise<number> {
  const datees = await tx.$queryRaw<{ id: string }[]>`
    UPDATE dossier d SET echeance_le = x.le, echeance_code = x.code
    FROM jsonb_to_recordset(${JSON.stringify(lues)}::jsonb) AS x(id uuid, version int, le date, code text)
    WHERE d.id = x.id AND d.version = x.version AND (d.echeance_le, d.echeance_code) IS DISTINCT FROM (x.le, x.code) RETURNING d.id`;
  return datees.length;
}

/** Creates a draft and its first event. Throws a unique violation when the compte already has a draft of this procedure. */
export async function creer(tx: Tx, brouillon: Brouillon, acteur: Acteur, at: Date): Promise<void> {
  const { id, procedure, listeVersion, compteId, personneId, representation, canal, rempli } = brouillon;
  await tx.dossier.create({
    data: {
      id,
      procedure: procedure.slug,
      procedureVersion: procedure.version,
      listeVersion,
      compteId,
      personneId,
      representation: representation ? enJson(representation) : undefined,
      canal,
      reponses: rempli && enJson(rempli.reponses),
      reprise: rempli && enJson(rempli.reprise),
      etapesValidees: [],
      creeLe: at,
      modifieLe: at,
    },
    select: { id: true },
  });
  await consigner(tx, id, { type: 'commence', faits: { procedure: procedure.slug } }, acteur, at);
}

/** A draft begun online goes on at the desk, after a recorded impossibility (C39). Nothing happens to a draft that is there already. */
export async function reprendreAuGuichet(tx: Tx, dossierId: string, ticketId: string, acteur: Acteur, at: Date): Promise<void> {
  const { count } = await tx.dossier.updateMany({
    where: { id: dossierId, statut: 'brouillon', canal: 'en_ligne' },
    data: { canal: 'guichet', version: { increment: 1 }, modifieLe: at },
  });
  if (count === 1) await consigner(tx, dossierId, { type: 'repris_au_guichet', faits: { ticket: ticketId } }, acteur, at);
}

/** Moves a draft to another procedure (S-074): the caller has pruned the answers and removed the pieces of the former branch. */
export async function changerDeProcedure(
  tx: Tx,
  dossier: DossierVerrouille,
  { procedure, listeVersion, reponses, etapesValidees }: Destination,
  acteur: Acteur,
  at: Date,
): Promise<void> {
  await tx.dossier.update({
    where: { id: dossier.id },
    data: {
      procedure: procedure.slug,
      procedureVersion: procedure.version,
      listeVersion,
      listeLocale: null,
      reponses: enJson(reponses),
      etapesValidees: [...etapesValidees],
      version: dossier.version + 1,
      modifieLe: at,
    },
    select: { id: true },
  });
  await consigner(tx, dossier.id, { type: 'situation_changee', faits: { de: dossier.procedure.slug, vers: procedure.slug } }, acteur, at);
}

/** Ties every dossier of a compte to the person it now belongs to: one person, one history (R.142-20). Those of a minor are not theirs. */
export async function rattacher(tx: Tx, compteId: string, personneId: string): Promise<void> {
  // a dossier that another agent holds right now is being given its person by that very action: no waiting, no deadlock
  await tx.$executeRaw`
    UPDATE dossier SET personne_id = ${personneId}::uuid
    WHERE id IN (SELECT id FROM dossier WHERE compte_id = ${compteId}::uuid AND personne_id IS NULL AND representation IS NULL
      FOR UPDATE SKIP LOCKED)`;
}

/**
 * A person has moved (D-10): their drafts take the address that the administration now knows, and the question about it is asked again.
 * What was typed elsewhere stays, the person is where they were. Safe to repeat. Value: how many drafts.
 */
export async function suivreAdresse(tx: Sql, personneId: string, adresse: Adresse, at: Date): Promise<number> {
  const jointe = JSON.stringify({ adresse });
  const suivis = await tx.$queryRaw<{ id: string }[]>`
    WITH suivi AS (
      UPDATE dossier SET reponses = (reponses - 'adresse_inchangee') || ${jointe}::jsonb,
        reprise = jsonb_set(reprise, '{registre}', coalesce(reprise->'registre', '{}') || ${jointe}::jsonb),
        version = version + 1, modifie_le = ${at}::timestamptz
      WHERE personne_id = ${personneId}::uuid AND statut = 'brouillon' AND representation IS NULL RETURNING id),
    tapee AS (
      UPDATE saisie s SET valeurs = s.valeurs - 'adresse' - 'adresse_inchangee', version = s.version + 1
      FROM suivi WHERE s.dossier_id = suivi.id AND s.valeurs ?| ARRAY['adresse', 'adresse_inchangee'])
    SELECT id FROM suivi`;
  return suivis.length;
}

/** The compte goes: its abandoned dossiers say nothing more of whose they were. The rows and their events stay, events being only added. */
export async function effacerTitulaire(tx: Tx, compteId: string): Promise<void> {
  await tx.dossier.updateMany({
    where: { compteId, statut: 'abandonne' },
    data: {
      personneId: null,
      demandeur: null,
      observations: null,
      reponses: {},
      reprise: Prisma.DbNull,
      representation: Prisma.DbNull,
      transcript: Prisma.DbNull,
    },
  });
}

/** Domain values are plain JSON; this says so to the database client without an assertion. */
export function enJson(valeur: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(valeur));
}
