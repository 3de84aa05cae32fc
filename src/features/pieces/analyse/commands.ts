import 'server-only';
import { antivirus } from '#adapters/antivirus/antivirus.ts';
import { analyserFichier as scanner } from '#adapters/fichier/fichier.ts';
import { newCle } from '#adapters/storage/intake.ts';
import { storage } from '#adapters/storage/storage.ts';
import { consignerFait } from '#features/dossier/journal/commands.ts';
import { now } from '#platform/clock.ts';
import { db, type Prisma, type Tx, transaction } from '#platform/db.ts';
import { causeOf } from '#platform/fault.ts';
import { logger } from '#platform/logger.ts';
import { enqueue } from '#platform/queue.ts';

/** Removes rows of files and leaves their bytes to the cleaning job, in the same transaction: neither can be forgotten. */
export async function rendreOrphelins(tx: Tx, lesquels: Prisma.FichierWhereInput): Promise<void> {
  const fichiers = await tx.fichier.findMany({ where: lesquels, select: { id: true, cle: true } });
  if (fichiers.length === 0) return;
  await tx.fichierOrphelin.createMany({ data: fichiers.map(({ cle }) => ({ cle })), skipDuplicates: true });
  await tx.fichier.deleteMany({ where: { id: { in: fichiers.map((f) => f.id) } } });
}

/**
 * A name for bytes about to be written, noted first: if this process dies before their row exists, 'menage' removes them a
 * day later. Who writes the row takes the note back in the same transaction. The clock is that of Postgres, for all alike.
 */
export async function reserver(): Promise<string> {
  const cle = newCle();
  await db().$executeRaw`INSERT INTO fichier_orphelin (cle, depuis) VALUES (${cle}, now() + interval '24 hours')`;
  return cle;
}

/** Takes the note back: the bytes have a row, or are gone. Throws when it is no longer there: 'menage' has, or may have, removed the bytes. */
export async function oublierReservation(tx: Pick<Tx, 'fichierOrphelin'>, cle: string): Promise<void> {
  const { count } = await tx.fichierOrphelin.deleteMany({ where: { cle } });
  if (count !== 1) throw new Error('fichier: written down no more, its bytes may be gone');
}

/** Throws away bytes that no row holds; when the storage does not answer, the cleaning job will. */
export async function jeter(cle: string): Promise<void> {
  try {
    await storage().remove(cle);
    await db().fichierOrphelin.deleteMany({ where: { cle } });
  } catch (cause) {
    logger().warn({ cause: causeOf(cause) }, 'contenu à retirer plus tard');
    await db().fichierOrphelin.upsert({ where: { cle }, create: { cle }, update: { depuis: now() } });
  }
}

const LOT = 200;

/**
 * Job 'menage': removes from the storage what no row holds any more, except what is arriving. A content shared by two dossiers stays while
 * one of them holds it; its note stays too, for the day when nobody does. Safe
 * to repeat. Value: how many contents.
 */
export async function viderOrphelins(): Promise<number> {
  let retires = 0;
  for (;;) {
    const lot = await db().$queryRaw<{ cle: string }[]>`
      SELECT o.cle FROM fichier_orphelin o WHERE o.depuis <= now()
        AND NOT EXISTS (SELECT 1 FROM fichier f WHERE f.cle = o.cle AND f.analyse <> 'infecte')
        AND NOT EXISTS (SELECT 1 FROM message_fichier f WHERE f.cle = o.cle AND f.analyse <> 'infecte') LIMIT ${LOT}`;
    for (const { cle } of lot) {
      await storage().remove(cle);
      await db().fichierOrphelin.deleteMany({ where: { cle } });
    }
    retires += lot.length;
    if (lot.length < LOT) return retires;
  }
}

const UN_JOUR = 24 * 3_600_000;

/** Job 'menage': what processes that died in the middle of a writing left half written. Value: how many. */
export function viderArrivees(at: Date): Promise<number> {
  return storage().sweep(new Date(at.getTime() - UN_JOUR));
}

export type SuiteAnalyse = 'sain' | 'infecte' | 'sans_objet';

/**
 * Job 'analyse': scans a file that the antivirus had not answered for. An infected one stays out of sight as a row without
 * bytes, so that its owner reads why it is gone; it satisfies no piece. After the deposit, its owner and the agent are told. Throws while the scanner does not answer: the queue
 * tries again.
 */
export async function analyserFichier(fichierId: string): Promise<SuiteAnalyse> {
  const fichier = await db().fichier.findUnique({ where: { id: fichierId }, select: { cle: true, analyse: true } });
  if (fichier?.analyse !== 'en_attente') return 'sans_objet';
  const { cle } = fichier;
  const verdict = await scanner(cle).catch(async (erreur: unknown) => {
    // Removed by its owner while the job was on its way.
    if ((await db().fichier.count({ where: { id: fichierId } })) === 0) return null;
    throw erreur;
  });
  if (verdict === null) return 'sans_objet';
  if (verdict === 'en_attente') throw new Error('antivirus indisponible');
  await transaction(async (tx) => {
    const { count } = await tx.fichier.updateMany({
      where: { id: fichierId, analyse: 'en_attente' },
      data: { analyse: verdict, analyseur: antivirus().nom },
    });
    if (count === 0 || verdict !== 'infecte') return;
    await tx.fichierOrphelin.createMany({ data: [{ cle }], skipDuplicates: true });
    const remis = await pieceRemise(tx, fichierId);
    if (remis) await consignerFait(tx, remis.dossierId, 'fichier_infecte', { piece: remis.code }, now());
  });
  return verdict;
}

/** The piece of this file, when the administration has it: of a draft, or of an answer not sent, the page itself says what is wrong. */
async function pieceRemise(tx: Tx, fichierId: string): Promise<{ dossierId: string; code: string } | null> {
  const [piece] = await tx.$queryRaw<{ dossierId: string; code: string }[]>`
    SELECT d.id AS "dossierId", p.code FROM fichier f JOIN piece p ON p.id = f.piece_id JOIN dossier d ON d.id = p.dossier_id
      LEFT JOIN complement_item i ON i.id = f.complement_item_id LEFT JOIN complement m ON m.id = i.complement_id
    WHERE f.id = ${fichierId}::uuid AND f.remplace_le IS NULL AND d.statut IN ('depose', 'en_instruction', 'propose')
      AND (f.complement_item_id IS NULL OR m.repondu_le IS NOT NULL)`;
  return piece ?? null;
}

const UNE_HEURE = 3_600_000;

/** Job 'menage': files whose scans were all tried in vain get another round. Value: how many. */
export async function relancerAnalyses(at: Date): Promise<number> {
  const oublies = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM fichier WHERE "analyse" = 'en_attente' AND depose_le < ${new Date(at.getTime() - UNE_HEURE)} ORDER BY depose_le LIMIT ${LOT}`;
  for (const { id } of oublies) await transaction((tx) => enqueue(tx, 'analyse', { fichierId: id }));
  return oublies.length;
}
