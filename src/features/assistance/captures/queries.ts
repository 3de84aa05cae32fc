import 'server-only';
import type { Readable } from 'node:stream';
import { FileMissing } from '#adapters/storage/intake.ts';
import { storage } from '#adapters/storage/storage.ts';
import { formats, typesMime } from '#domain/piece/fichier.ts';
import type { Octets } from '#guard/octets.ts';
import { db, type Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';

/** A clean screenshot of a ticket that the caller may read (`ticket`: the condition of their scope). */
export async function ouvrirCapture(
  ticket: Prisma.TicketWhereInput,
  captureId: string,
): Promise<{ contenu: Readable; octets: Octets } | null> {
  if (!isId(captureId)) return null;
  const capture = await db().ticketCapture.findFirst({
    where: { id: captureId, analyse: 'sain', ticket },
    select: { cle: true, nom: true, type: true, taille: true },
  });
  const format = formats.find((f) => f === capture?.type);
  if (!capture || !format) return null;
  const { cle, nom, taille } = capture;
  try {
    const contenu = await storage().get(cle);
    return { contenu, octets: { type: typesMime[format], nom, taille, affichage: format === 'tiff' ? 'a_enregistrer' : 'dans_la_page' } };
  } catch (erreur) {
    if (erreur instanceof FileMissing) return null;
    throw erreur;
  }
}
