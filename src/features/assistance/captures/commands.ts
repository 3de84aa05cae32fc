import 'server-only';
// Screenshots of tickets: received, checked and encrypted exactly as the pieces of a dossier are.
import { antivirus } from '#adapters/antivirus/antivirus.ts';
import { analyserFichier, recevoir } from '#adapters/fichier/fichier.ts';
import { nomAffiche, type RefusFichier, refusAvantLecture, refusDuConstat, TAILLE_MAXIMALE } from '#domain/piece/fichier.ts';
import { jeter, oublierReservation, reserver } from '#features/pieces/analyse/commands.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { enqueue } from '#platform/queue.ts';
import type { CaptureRecue } from '../contact/schema.ts';

export type Reception = { ok: true; capture: CaptureRecue } | { ok: false; refus: RefusFichier };

/** Takes in one file while it arrives. Its bytes are noted first: without a ticket within the day, 'menage' removes them. */
export async function recevoirCapture(nom: string, contenu: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<Reception> {
  const refus = refusAvantLecture({ nom, dejaJoints: 0 });
  if (refus) return { ok: false, refus };
  const cle = await reserver();
  const reception = await recevoir(contenu, { cle, limite: TAILLE_MAXIMALE, signal });
  if (!reception.ok) {
    await oublierReservation(db(), cle);
    return { ok: false, refus: refusDuConstat(reception.constat, nom) };
  }
  const { type, taille, sha256, analyse } = reception.fichier;
  return { ok: true, capture: { cle, nom: nomAffiche(nom, type), type, taille, sha256, analyse } };
}

/** Those that will not be used. */
export async function jeterCaptures(captures: readonly CaptureRecue[]): Promise<void> {
  for (const { cle } of captures) await jeter(cle);
}

/** Ties received screenshots to a ticket, in its transaction. Throws when their day is over. */
export async function garderCaptures(tx: Tx, ticketId: string, captures: readonly CaptureRecue[], at: Date): Promise<void> {
  for (const capture of captures) {
    const id = newId();
    await tx.ticketCapture.create({ data: { id, ticketId, ...capture, deposeLe: at }, select: { id: true } });
    await oublierReservation(tx, capture.cle);
    if (capture.analyse === 'en_attente') await enqueue(tx, 'analyse', { captureId: id });
  }
}

/** Job 'analyse': a screenshot that the antivirus had not answered for. Throws while it does not. */
export async function analyserCapture(captureId: string): Promise<'sain' | 'infecte' | 'sans_objet'> {
  const capture = await db().ticketCapture.findUnique({ where: { id: captureId }, select: { cle: true, analyse: true } });
  if (capture?.analyse !== 'en_attente') return 'sans_objet';
  const verdict = await analyserFichier(capture.cle);
  if (verdict === 'en_attente') throw new Error(`antivirus indisponible (${antivirus().nom})`);
  await transaction(async (tx) => {
    await tx.ticketCapture.update({ where: { id: captureId }, data: { analyse: verdict }, select: { id: true } });
    // the row stays, so that the agent reads why there is nothing to see
    if (verdict === 'infecte') await tx.fichierOrphelin.createMany({ data: [{ cle: capture.cle }], skipDuplicates: true });
  });
  return verdict;
}

const UNE_HEURE = 3_600_000;

/** Job 'menage': screenshots whose scans were all tried in vain. Value: how many. */
export async function relancerCaptures(at: Date): Promise<number> {
  const oubliees = await db().ticketCapture.findMany({
    where: { analyse: 'en_attente', deposeLe: { lt: new Date(at.getTime() - UNE_HEURE) } },
    take: 200,
    select: { id: true },
  });
  for (const { id } of oubliees) await transaction((tx) => enqueue(tx, 'analyse', { captureId: id }));
  return oubliees.length;
}
