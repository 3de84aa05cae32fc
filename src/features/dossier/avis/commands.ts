// Opinions: asked with a question, received, given. The dossier waits for those without which nothing is decided. Nothing medical is ever
// written: of the OFII, the sense alone.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { AvisAttendu } from '#domain/dossier/avis.ts';
import type { SensAvis, SorteAvis } from '#domain/dossier/evenements.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { attenteDuDossier } from '../queries.ts';
import { type DossierVu, ordreDAgent } from '../schema.ts';
import { executer } from '../store.ts';

const enDate = (jour: Jour) => new Date(`${jour}T00:00:00Z`);

/** Refusals: life cycle, `avis_deja_demande`; `non_autorise` for the OFII outside of a request for care (L.425-9). */
export async function demanderAvis(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  { sorte, question }: { sorte: SorteAvis; question: string },
  at: Date,
): Promise<Resultat<null>> {
  return executer({ action: 'demander_avis', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx, { ofiiRequis }) => {
    if (sorte === 'ofii' && !ofiiRequis) return refuse('non_autorise');
    const attendu = await tx.avis.count({ where: { dossierId: dossier.id, sorte, sens: null } });
    if (attendu > 0) return refuse('avis_deja_demande');
    const id = newId();
    await tx.avis.create({
      data: { id, dossierId: dossier.id, sorte, question, demandeLe: at, demandePar: agent.agentId },
      select: { id: true },
    });
    const attente = await attenteDuDossier(tx, dossier.id);
    return ok({ colonnes: { attente }, faits: { avis: id, sorte }, valeur: null });
  });
}

type Attendu = AvisAttendu & { id: string };

/** The opinion still awaited, under the lock of its dossier; null otherwise. */
async function attendu(tx: Tx, dossierId: string, avisId: string): Promise<Attendu | null> {
  const avis = await tx.avis.findFirst({
    where: { id: avisId, dossierId, sens: null },
    select: { id: true, sorte: true, demandeLe: true, departLe: true, dossier: { select: { deposeLe: true } } },
  });
  const sorte = avis && SORTES.find((s) => s === avis.sorte);
  if (!avis || !sorte) return null;
  return {
    id: avis.id,
    sorte,
    deposeLe: jourDe(avis.dossier.deposeLe ?? avis.demandeLe),
    demandeLe: jourDe(avis.demandeLe),
    departLe: avis.departLe?.toISOString().slice(0, 10) ?? null,
  };
}
const SORTES: readonly SorteAvis[] = ['commission', 'ofii', 'fraude', 'maire'];

/** R.425-13: the three months of the OFII begin. Refusals: life cycle, `avis_inconnu`, `avis_jour`. */
export async function enregistrerCertificat(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  { avis: avisId, recuLe }: { avis: string; recuLe: Jour },
  at: Date,
): Promise<Resultat<null>> {
  return executer({ action: 'enregistrer_certificat', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const avis = await attendu(tx, dossier.id, avisId);
    if (avis?.sorte !== 'ofii' || avis.departLe !== null) return refuse('avis_inconnu');
    if (recuLe < avis.deposeLe || recuLe > jourDe(at)) return refuse('avis_jour');
    await tx.avis.update({ where: { id: avis.id }, data: { departLe: enDate(recuLe) }, select: { id: true } });
    return ok({ faits: { avis: avis.id, le: recuLe }, valeur: null });
  });
}

export type AvisRendu = { avis: string; sens: Exclude<SensAvis, 'repute'>; texte: string; renduLe: Jour };

/**
 * Records what was answered. The référent fraude gives theirs and no other. Refusals: life cycle, `avis_inconnu` when it is not awaited
 * (any more), `avis_jour` for a day before the request or to come.
 */
export async function rendreAvis(portee: PorteeAgent, agent: Agent, vu: DossierVu, rendu: AvisRendu, at: Date): Promise<Resultat<null>> {
  return executer({ action: 'rendre_avis', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const avis = await attendu(tx, dossier.id, rendu.avis);
    if (!avis) return refuse('avis_inconnu');
    if (avis.sorte !== 'fraude' && !agent.roles.includes('instructeur')) return refuse('non_autorise');
    if (rendu.renduLe < avis.demandeLe || rendu.renduLe > jourDe(at)) return refuse('avis_jour');
    const texte = avis.sorte === 'ofii' ? '' : rendu.texte;
    await ecrire(tx, avis.id, { sens: rendu.sens, texte, renduLe: rendu.renduLe, renduPar: agent.agentId });
    const attente = await attenteDuDossier(tx, dossier.id);
    return ok({ colonnes: { attente }, faits: { avis: avis.id, sorte: avis.sorte, sens: rendu.sens }, valeur: null });
  });
}

type Ecrit = { sens: SensAvis; texte: string; renduLe: Jour; renduPar: string | null };

async function ecrire(tx: Tx, id: string, { sens, texte, renduLe, renduPar }: Ecrit): Promise<void> {
  await tx.avis.update({ where: { id }, data: { sens, texte, renduLe: enDate(renduLe), renduPar }, select: { id: true } });
}
