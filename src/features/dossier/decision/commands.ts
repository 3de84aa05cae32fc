// From the proposal to the signature, and back: each verb goes through the store, carries the version that the agent saw, and leaves in
// writing the text that it is about. The text signed is the text printed: its fingerprint is in the event.
import 'server-only';
import { createHash } from 'node:crypto';
import type { Agent } from '#domain/access/actors.ts';
import { delegationPour } from '#domain/access/delegation.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { type Cloture, type PieceManquante, type RaisonIrrecevable, texteCloture } from '#domain/dossier/cloture.ts';
import type { FondementRefus } from '#domain/dossier/commission.ts';
import type { Faits } from '#domain/dossier/decide.ts';
import { DECISIONS, type MotifAnnulation, type Sens } from '#domain/dossier/evenements.ts';
import { enMots, type Lettre, lettreDuModele, partie, reecrire, type Textes, texteSigne, verifierLettre } from '#domain/dossier/lettres.ts';
import type { Action } from '#domain/dossier/lifecycle.ts';
import { composerMotifs } from '#domain/dossier/motifs.ts';
import { jourDe } from '#domain/jour.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { annulerLesRendezVous } from '#features/rendez-vous/commands.ts';
import type { Tx } from '#platform/db.ts';
import { examinerReponses } from '../complements/demande/commands.ts';
import { attenteDuDossier } from '../queries.ts';
import { type DossierVu, ordreDAgent } from '../schema.ts';
import { type DossierVerrouille, executer, type Proposition } from '../store.ts';
import { type FaitsDuProjet, faitsDeLaLettre } from './queries.ts';

export type ProjetDeDecision =
  | { sens: 'favorable'; textes?: Textes }
  | { sens: 'refus'; textes: Textes; oqtf?: boolean; fondement?: FondementRefus; modele?: string }
  | { sens: 'incomplet'; textes?: Textes; pieces: readonly Omit<PieceManquante, 'libelle'>[] }
  | { sens: 'irrecevable'; textes?: Textes; raison: RaisonIrrecevable };

const empreinteDe = (lettre: Lettre, cloture: Cloture | null): string =>
  createHash('sha256')
    .update(`${texteSigne(lettre)}\n${cloture ? texteCloture(cloture) : ''}`, 'utf8')
    .digest('hex');

/** The reasons in one text, for who only reads that: both parts of a refusal, the body of a closing. */
function motifsDe(lettre: Lettre, sens: Sens): string {
  if (sens === 'favorable') return '';
  return sens === 'refus' ? composerMotifs({ droit: partie(lettre, 'droit'), fait: partie(lettre, 'fait') }) : partie(lettre, 'corps');
}

const fondementDuRefus = (projet: ProjetDeDecision) => (projet.sens === 'refus' && projet.fondement ? { fondement: projet.fondement } : {});

/** Refusals: `cloture_sans_complement`, `cloture_sans_piece`. */
function clotureDe(projet: ProjetDeDecision, { silence }: FaitsDuProjet): Resultat<Cloture | null> {
  if (projet.sens === 'irrecevable') return ok({ sorte: 'irrecevable', raison: projet.raison });
  if (projet.sens !== 'incomplet') return ok(null);
  if (!silence?.incompletude) return refuse('cloture_sans_complement');
  const pieces = projet.pieces.flatMap((p) => {
    const reclamee = silence.pieces.find((r) => r.code === p.code);
    return reclamee && p.texte.trim() && p.empechement.trim() ? [{ ...p, libelle: reclamee.libelle }] : [];
  });
  if (pieces.length === 0 || pieces.length < projet.pieces.length) return refuse('cloture_sans_piece');
  return ok({ ...silence.incompletude, pieces });
}

/** What will be kept of this project: letter, its origin, what a closing records. Refusals: those of the letter and of the closing. */
function redigerProposition(projet: ProjetDeDecision, faits: FaitsDuProjet, agentId: string, at: Date): Resultat<Proposition> {
  const cloture = clotureDe(projet, faits);
  if (!cloture.ok) return cloture;
  const modele = lettreDuModele(projet, faits);
  const lettre = verifierLettre(reecrire(modele, projet.textes ?? {}));
  if (!lettre.ok) return lettre;
  const sens: Sens = projet.sens === 'incomplet' || projet.sens === 'irrecevable' ? 'cloture' : projet.sens;
  return ok({
    sens,
    par: agentId,
    motifs: motifsDe(lettre.valeur, sens),
    le: at.toISOString(),
    modele,
    proposee: lettre.valeur,
    lettre: lettre.valeur,
    empreinte: empreinteDe(lettre.valeur, cloture.valeur),
    ...(cloture.valeur && { cloture: cloture.valeur }),
    ...(projet.sens === 'irrecevable' && { irrecevable: true }),
    ...(projet.sens === 'refus' && projet.oqtf && { oqtf: true }),
    ...fondementDuRefus(projet),
  });
}

/** Refusals: life cycle, `motif_requis`, a part of the letter empty or not completed (with the place), a closing that nothing justifies. */
export async function proposerDecision(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  projet: ProjetDeDecision,
  at: Date,
): Promise<Resultat<null>> {
  if (projet.sens === 'refus' && !(projet.textes.droit?.trim() && projet.textes.fait?.trim())) return refuse('motif_requis');
  // judged first by the table, which refuses who may not see the dossier; the text is written under the same lock
  const sens = projet.sens === 'incomplet' || projet.sens === 'irrecevable' ? 'cloture' : projet.sens;
  const annonce: Proposition = {
    sens,
    par: agent.agentId,
    motifs: sens === 'favorable' ? '' : '–',
    le: at.toISOString(),
    irrecevable: projet.sens === 'irrecevable',
    ...fondementDuRefus(projet),
  };
  return executer({ action: 'proposer', proposition: annonce, ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const faits = await faitsDeLaLettre(tx, dossier.id, jourDe(at));
    if (!faits) return refuse('introuvable');
    const proposition = redigerProposition(projet, faits, agent.agentId, at);
    if (!proposition.ok) return proposition;
    await examinerReponses(tx, dossier.id, at);
    const attente = await attenteDuDossier(tx, dossier.id);
    return ok({ colonnes: { proposition: proposition.valeur, attente }, faits: { sens }, valeur: null });
  });
}

/** Back to the instructeur, with a remark. The text proposed is kept, to be taken up again. */
export async function renvoyerProposition(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  remarque: string,
  at: Date,
): Promise<Resultat<null>> {
  return executer({ action: 'renvoyer', ...ordreDAgent(portee, agent, vu, at) }, async () => ok({ faits: { remarque }, valeur: null }));
}

/** The valideur rewrites what they will sign: the text proposed is kept beside it. Refusals: life cycle, those of the letter. */
export async function corrigerLettre(portee: PorteeAgent, agent: Agent, vu: DossierVu, textes: Textes, at: Date): Promise<Resultat<null>> {
  return executer({ action: 'corriger_lettre', ...ordreDAgent(portee, agent, vu, at) }, async ({ proposition }) => {
    if (!proposition?.lettre) return refuse('lettre_alteree');
    const lettre = verifierLettre(reecrire(proposition.lettre, textes));
    if (!lettre.ok) return lettre;
    const parties = lettre.valeur.parties.filter((p) => p.texte !== partie(proposition.lettre, p.code)).map((p) => p.code);
    const corrigee: Proposition = {
      ...proposition,
      motifs: motifsDe(lettre.valeur, proposition.sens),
      lettre: lettre.valeur,
      empreinte: empreinteDe(lettre.valeur, proposition.cloture ?? null),
      corrigeePar: agent.agentId,
    };
    return ok({ colonnes: { proposition: corrigee }, faits: { parties }, valeur: null });
  });
}

/** R.431-15-1: it holds as long as nothing is decided. Who checks it a second later reads that it has stopped. */
const cesserAttestations = (tx: Tx, dossierId: string, at: Date) =>
  tx.document.updateMany({ where: { dossierId, sorte: 'attestation_prolongation', revoqueLe: null }, data: { revoqueLe: at } });

const SIGNATURE = { favorable: 'accepter', refus: 'refuser', cloture: 'cloturer' } as const satisfies Record<Sens, Action>;

/**
 * Signs what was proposed, and nothing else: `sens` is what the valideur read. Never the person who proposed, never without a
 * delegation in force that day for that kind of decision (life-cycle table); its reference is written with the decision, with the
 * fingerprint of the text. Refusal `lettre_alteree`: the text is not the one whose fingerprint was taken.
 */
export async function signerDecision(portee: PorteeAgent, agent: Agent, vu: DossierVu, sens: Sens, at: Date): Promise<Resultat<null>> {
  const signer = async ({ id, proposition }: DossierVerrouille, tx: Tx, { delegations, jour }: Faits) => {
    const delegation = delegationPour(delegations, sens, jour);
    if (!delegation.ok) return delegation;
    const { lettre, cloture = null, empreinte, oqtf } = proposition ?? {};
    if (lettre && (empreinteDe(lettre, cloture) !== empreinte || !verifierLettre(lettre).ok)) return refuse('lettre_alteree');
    await cesserAttestations(tx, id, at);
    // nobody is received for a request that is over
    if (sens !== 'favorable') await annulerLesRendezVous(tx, { dossierId: id }, agent, at);
    const faits = { signataire: agent.agentId, delegation: delegation.valeur.reference, ...(empreinte && { empreinte }) };
    return ok({
      colonnes: { decideLe: at, ...(sens === 'favorable' ? {} : { attente: null }) },
      faits: sens === 'refus' && oqtf ? { ...faits, oqtf: true } : faits,
      valeur: null,
    });
  };
  const action = SIGNATURE[sens];
  return executer({ action, ...ordreDAgent(portee, agent, vu, at) }, signer);
}

/**
 * Withdrawn by the administration, or annulled by a judge: the examination begins again, and the documents of the decision prove
 * nothing more from that instant. What was proposed is kept, to be taken up again.
 */
export async function annulerDecision(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  { motif, remarque }: { motif: MotifAnnulation; remarque: string },
  at: Date,
): Promise<Resultat<null>> {
  return executer({ action: 'annuler_decision', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const revoques = await tx.$executeRaw`
      UPDATE document o SET revoque_le = ${at} FROM evenement e
      WHERE o.dossier_id = ${dossier.id}::uuid AND e.id = o.evenement_id AND e.type = ANY(${[...DECISIONS]}::text[]) AND o.revoque_le IS NULL`;
    // no titre is made of a decision that is no more, nobody is received for it
    await tx.remise.deleteMany({ where: { dossierId: dossier.id, remisLe: null } });
    await annulerLesRendezVous(tx, { dossierId: dossier.id, sorte: 'remise' }, agent, at);
    const { lettre } = dossier.proposition ?? {};
    const texte = revoques === 0 && lettre ? { texte: enMots(lettre) } : {};
    return ok({ colonnes: { decideLe: null, attente: null }, faits: { motif, remarque, ...texte }, valeur: null });
  });
}
