import 'server-only';
// The development mailbox. Every read answers nothing outside of development: these messages hold passwords.
import { z } from 'zod';
import { db } from '#platform/db.ts';
import { env } from '#platform/env.ts';

const pieces = z.array(z.object({ nom: z.string(), type: z.string(), base64: z.string() }));

export type MessageCapture = {
  /** the part of the Message-ID before the @, which is the identifier of the mail */
  id: string;
  expediteur: string;
  destinataire: string;
  sujet: string;
  texte: string;
  recuLe: Date;
  pieces: readonly { nom: string; octets: number }[];
};

export const boiteOuverte = () => env().BOITE_DEVELOPPEMENT;

type Ligne = { messageId: string; expediteur: string; destinataire: string; sujet: string; texte: string; recuLe: Date; pieces: unknown };
const COLONNES = { messageId: true, expediteur: true, destinataire: true, sujet: true, texte: true, recuLe: true, pieces: true } as const;

const enMessage = ({ messageId, pieces: brutes, ...reste }: Ligne): MessageCapture => ({
  ...reste,
  id: messageId.slice(1, messageId.indexOf('@')),
  pieces: pieces.parse(brutes).map((p) => ({ nom: p.nom, octets: Buffer.byteLength(p.base64, 'base64') })),
});

/** The latest messages, to one recipient when `a` is not empty; null when the mailbox is closed. */
export async function messagesCaptures(a: string): Promise<MessageCapture[] | null> {
  if (!boiteOuverte()) return null;
  const ou = a ? { destinataire: { equals: a, mode: 'insensitive' as const } } : {};
  return (await db().courrielCapture.findMany({ where: ou, orderBy: { recuLe: 'desc' }, take: 50, select: COLONNES })).map(enMessage);
}

const lequel = (id: string) => ({ messageId: { startsWith: `<${id}@` } });

export async function messageCapture(id: string): Promise<MessageCapture | null> {
  if (!boiteOuverte()) return null;
  const ligne = await db().courrielCapture.findFirst({ where: lequel(id), select: COLONNES });
  return ligne && enMessage(ligne);
}

/** One part of a message: 'html', or the rank of an attachment. */
export async function partieDuMessage(
  id: string,
  partie: string,
): Promise<{ type: string; nom: string; contenu: Uint8Array<ArrayBuffer> } | null> {
  if (!boiteOuverte()) return null;
  const ligne = await db().courrielCapture.findFirst({ where: lequel(id), select: { html: true, pieces: true } });
  if (!ligne) return null;
  if (partie === 'html') return { type: 'text/html; charset=utf-8', nom: 'message.html', contenu: new Uint8Array(Buffer.from(ligne.html)) };
  const piece = /^\d{1,2}$/.test(partie) ? pieces.parse(ligne.pieces)[Number(partie)] : undefined;
  return piece ? { type: piece.type, nom: piece.nom, contenu: new Uint8Array(Buffer.from(piece.base64, 'base64')) } : null;
}
