// Opinions: asked with a question, received, given. The dossier waits for those without which nothing is decided. Nothing medical is ever
// written: of the OFII, the sense alone.
import 'server-only';
import { type Agent, SYSTEME } from '#domain/access/actors.ts';
import { type PorteeAgent, porteeMachine } from '#domain/access/scope.ts';
import { AVIS, type AvisAttendu, reputeLe } from '#domain/dossier/avis.ts';
import type { SensAvis, SorteAvis } from '#domain/dossier/evenements.ts';
import { type Jour, jourDe, plusMois } from '#domain/jour.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { driver, type Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { DossierVu } from '../instruction/commands.ts';
import { attenteDuDossier } from '../queries.ts';
import { executer } from '../store.ts';

const ordre = (portee: PorteeAgent, agent: Agent, vu: DossierVu, at: Date) => ({
  dossierId: vu.dossierId,
  versionVue: vu.version,
  portee,
  acteur: agent,
  at,
});
const enDate = (jour: Jour) => new Date(`${jour}T00:00:00Z`);

/** Refusals: life cycle, `avis_deja_demande`; `non_autorise` for the OFII outside of a request for care (L.425-9). */
export async function demanderAvis(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  { sorte, question }: { sorte: SorteAvis; question: string },
  at: Date,
): Promise<Resultat<null>> {
  return executer({ action: 'demander_avis', ...ordre(portee, agent, vu, at) }, async (dossier, tx, { ofiiRequis }) => {
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
  return executer({ action: 'enregistrer_certificat', ...ordre(portee, agent, vu, at) }, async (dossier, tx) => {
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
  return executer({ action: 'rendre_avis', ...ordre(portee, agent, vu, at) }, async (dossier, tx) => {
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

/** Months after which the silence of somebody is worth an opinion, the shortest: what may be deemed was asked before that. */
const DES_MOIS = Math.min(...SORTES.flatMap((s) => (AVIS[s].silence === 'aucun' ? [] : [AVIS[s].mois ?? 0])));

/** Opinions deemed given that day (R.432-8, L.413-7): recorded once, however many times this runs. Value: how many. */
export async function constaterAvisReputes(at: Date): Promise<number> {
  const avant = enDate(plusMois(jourDe(at), -DES_MOIS));
  const silencieux = SORTES.filter((s) => AVIS[s].silence !== 'aucun');
  const candidats = await driver().$queryRaw<{ id: string; dossierId: string; compteId: string }[]>`
    SELECT v.id, v.dossier_id AS "dossierId", d.compte_id AS "compteId" FROM avis v JOIN dossier d ON d.id = v.dossier_id
    WHERE v.sens IS NULL AND v.sorte = ANY(${silencieux}::text[]) AND v.demande_le < ${avant} AND d.statut = 'en_instruction' ORDER BY v.demande_le`;
  let nombre = 0;
  for (const { id, dossierId, compteId } of candidats) {
    const fait = await executer(
      { action: 'rendre_avis', dossierId, portee: porteeMachine(compteId), acteur: SYSTEME, at },
      async (dossier, tx) => {
        const avis = await attendu(tx, dossier.id, id);
        const renduLe = avis && reputeLe(avis, jourDe(at));
        if (!avis || !renduLe) return refuse('avis_inconnu');
        await ecrire(tx, avis.id, { sens: 'repute', texte: '', renduLe, renduPar: null });
        const attente = await attenteDuDossier(tx, dossier.id);
        return ok({ colonnes: { attente }, faits: { avis: avis.id, sorte: avis.sorte, sens: 'repute' as const }, valeur: null });
      },
    );
    if (fait.ok) nombre += 1;
  }
  return nombre;
}
