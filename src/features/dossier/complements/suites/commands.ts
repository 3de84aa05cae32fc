// What follows a request of complement (03-instruction 5): the person asks for more time, the agent grants it, records the registered
// letter, goes on without waiting, or says what an explanation is worth (CRPA L.114-5-1).
import 'server-only';
import type { Agent, Usager } from '#domain/access/actors.ts';
import { confiesAvec, type PorteeAgent, type PorteeDossiers } from '#domain/access/scope.ts';
import { JOURS_POUR_REPONDRE, MOIS_DE_PROLONGATION_AU_PLUS } from '#domain/delais/complement.ts';
import type { FaitsEvenement } from '#domain/dossier/evenements.ts';
import type { Action } from '#domain/dossier/lifecycle.ts';
import { type Jour, jourDe, jourLisible, plusJours, plusMois } from '#domain/jour.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { db, type Tx } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { attenteDuDossier } from '../../queries.ts';
import { type DossierVu, ordreDAgent } from '../../schema.ts';
import { executer } from '../../store.ts';
import { examinerReponsesVerifiees } from '../demande/commands.ts';
import { oublierFichiers } from '../reponse/commands.ts';

type Ouvert = { id: string; demandeLe: Date; prolongeJusqu: Date | null; prolongationDemandeeLe: Date | null };

/** The open one: the life cycle has just required it, under lock. */
function ouvertDe(tx: Tx, dossierId: string): Promise<Ouvert> {
  return tx.complement.findFirstOrThrow({
    where: { dossierId, reponduLe: null, leveLe: null },
    select: { id: true, demandeLe: true, prolongeJusqu: true, prolongationDemandeeLe: true },
  });
}

const enDate = (jour: Jour) => new Date(`${jour}T00:00:00Z`);

/** Words by which the agent goes on: what was being written is dropped, and what it had opened waits for nobody. */
export async function fermerComplement(tx: Tx, complementId: string, dossierId: string, at: Date): Promise<void> {
  await tx.complement.update({ where: { id: complementId }, data: { leveLe: at, version: { increment: 1 } }, select: { id: true } });
  const items = await tx.complementItem.findMany({ where: { complementId }, select: { id: true } });
  await oublierFichiers(
    tx,
    items.map((i) => i.id),
  );
  await tx.piece.deleteMany({ where: { dossierId, variante: null, valeur: null, fichiers: { none: {} } } });
}

export async function leverComplement(
  portee: PorteeAgent,
  agent: Agent,
  { vu, motif }: { vu: DossierVu; motif: string },
  at: Date,
): Promise<Resultat<null>> {
  return parAgent('lever_complement', portee, agent, vu, at, async (tx, complement) => {
    await fermerComplement(tx, complement.id, vu.dossierId, at);
    return ok({ complement: complement.id, motif });
  });
}

/**
 * Until that day, included. Refused `delai_trop_court` when it is not later than what the person already has at least, `delai_trop_long`
 * beyond what one mistyped year must not stop: the clocks of the administration wait meanwhile (CRPA L.114-5).
 */
export async function prolongerComplement(
  portee: PorteeAgent,
  agent: Agent,
  { vu, jusqu }: { vu: DossierVu; jusqu: Jour },
  at: Date,
): Promise<Resultat<null>> {
  return parAgent('prolonger_complement', portee, agent, vu, at, async (tx, { id, demandeLe, prolongeJusqu, prolongationDemandeeLe }) => {
    const acquis = prolongeJusqu ? prolongeJusqu.toISOString().slice(0, 10) : plusJours(jourDe(demandeLe), JOURS_POUR_REPONDRE);
    if (jusqu <= acquis || jusqu <= jourDe(at)) {
      const plancher = acquis < jourDe(at) ? jourDe(at) : acquis;
      return refuse('delai_trop_court', { jour: jourLisible(plancher) });
    }
    const plafond = plusMois(jourDe(at), MOIS_DE_PROLONGATION_AU_PLUS);
    if (jusqu > plafond) return refuse('delai_trop_long', { jour: jourLisible(plafond) });
    const traitee = prolongationDemandeeLe ? { prolongationTraiteeLe: at } : {};
    await tx.complement.update({ where: { id }, data: { prolongeJusqu: enDate(jusqu), ...traitee }, select: { id: true } });
    return ok({ complement: id, jusqu });
  });
}

/**
 * D-07: without agreement to be notified electronically, the period runs from the day when the letter was notified: that on which it was
 * collected or, left fifteen days at the post office, that of its first presentation (settled case law; the reference has no text).
 */
export async function enregistrerRecommande(
  portee: PorteeAgent,
  agent: Agent,
  { vu, presenteeLe }: { vu: DossierVu; presenteeLe: Jour },
  at: Date,
): Promise<Resultat<null>> {
  return parAgent('enregistrer_recommande', portee, agent, vu, at, async (tx, { id, demandeLe }) => {
    if (presenteeLe < jourDe(demandeLe) || presenteeLe > jourDe(at)) return refuse('recommande_hors_periode');
    await tx.complement.update({ where: { id }, data: { recommandeLe: enDate(presenteeLe) }, select: { id: true } });
    return ok({ complement: id, presenteLe: presenteeLe });
  });
}

type Suites = 'lever_complement' | 'prolonger_complement' | 'enregistrer_recommande';
const EMET = {
  lever_complement: 'complement_leve',
  prolonger_complement: 'complement_prolonge',
  enregistrer_recommande: 'recommande_enregistre',
} as const satisfies Record<Suites, keyof FaitsEvenement>;

function parAgent<A extends Suites & Action>(
  action: A,
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  at: Date,
  ecrire: (tx: Tx, complement: Ouvert) => Promise<Resultat<FaitsEvenement[(typeof EMET)[A]]>>,
): Promise<Resultat<null>> {
  return executer({ action, ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const faits = await ecrire(tx, await ouvertDe(tx, dossier.id));
    if (!faits.ok) return faits;
    return ok({ colonnes: { attente: await attenteDuDossier(tx, dossier.id) }, faits: faits.valeur, valeur: null });
  });
}

/** Once for a request: asking again while the first waits changes nothing. Value: the dossier. */
export async function demanderProlongation(
  { acteur, portee, at }: { acteur: Usager | Agent; portee: PorteeDossiers; at: Date },
  { complement: complementId, motif }: { complement: string; motif: string },
): Promise<Resultat<string>> {
  const [complement] = isId(complementId)
    ? await db().$queryRaw<{ dossier_id: string; attend: boolean }[]>`
        SELECT m.dossier_id, m.prolongation_demandee_le IS NOT NULL AND m.prolongation_traitee_le IS NULL AS attend
        FROM complement m JOIN dossier d ON d.id = m.dossier_id
        WHERE m.id = ${complementId}::uuid
          AND (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confiesAvec(portee, 'repondre')}::uuid[]))`
    : [];
  if (!complement) return refuse('introuvable');
  const dossierId = complement.dossier_id;
  if (complement.attend) return ok(dossierId);
  const resultat = await executer({ action: 'demander_prolongation', dossierId, portee, acteur, at }, async (dossier, tx) => {
    const { count } = await tx.complement.updateMany({
      where: {
        id: complementId,
        reponduLe: null,
        leveLe: null,
        OR: [{ prolongationDemandeeLe: null }, { prolongationTraiteeLe: { not: null } }],
      },
      data: { prolongationDemandeeLe: at, prolongationMotif: motif, prolongationTraiteeLe: null },
    });
    if (count === 0) return refuse('complement_ferme');
    return ok({
      colonnes: { attente: await attenteDuDossier(tx, dossier.id) },
      faits: { complement: complementId },
      valeur: dossier.id,
    });
  });
  // two clicks at once: the second waited for the lock and finds the request of the first
  if (resultat.ok || resultat.refus !== 'complement_ferme') return resultat;
  const faite = await db().complement.count({
    where: { id: complementId, prolongationDemandeeLe: { not: null }, prolongationTraiteeLe: null },
  });
  return faite === 1 ? ok(dossierId) : resultat;
}

/** What rejecting an explanation says in the piece that held its letter. */
const NE_SUFFIT_PAS = 'L’explication donnée ne remplace pas ce document.';

/**
 * The agent takes an answer in words, or will ask again. The letter of explanation given for a piece is judged with it. Refused
 * `introuvable` for an item that is not answered in words in this dossier.
 */
export async function examinerReponse(
  portee: PorteeAgent,
  agent: Agent,
  { vu, item: itemId, examen }: { vu: DossierVu; item: string; examen: 'accepte' | 'rejete' },
  at: Date,
): Promise<Resultat<null>> {
  return executer({ action: 'verifier_piece', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const item = await tx.complementItem.findFirst({
      where: { id: itemId, reponse: 'expliquer', complement: { dossierId: dossier.id, reponduLe: { not: null } } },
      select: { pieceCode: true },
    });
    if (!item) return refuse('introuvable');
    await tx.complementItem.update({
      where: { id: itemId },
      data: { examen, examineLe: at, examinePar: agent.agentId },
      select: { id: true },
    });
    const verdict = examen === 'accepte' ? 'conforme' : 'non_conforme';
    if (item.pieceCode)
      await tx.piece.updateMany({
        where: { dossierId: dossier.id, code: item.pieceCode },
        data: {
          verdict,
          motif: examen === 'accepte' ? null : 'autre',
          observation: examen === 'accepte' ? null : NE_SUFFIT_PAS,
          verifieeLe: at,
          verifieePar: agent.agentId,
        },
      });
    await examinerReponsesVerifiees(tx, dossier.id, at);
    return ok({
      colonnes: { attente: await attenteDuDossier(tx, dossier.id) },
      faits: { piece: item.pieceCode ?? 'information', verdict },
      valeur: null,
    });
  });
}
