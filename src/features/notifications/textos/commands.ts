import 'server-only';
// Short messages: written in the transaction of their cause, sent by a job. The number is read as the message leaves, from the compte: who
// changed it meanwhile receives it on the new one only (C36). Who has no number is told by mail alone.
import type { CaptureSms } from '#adapters/sms/boite.ts';
import { type Sms, sms } from '#adapters/sms/sms.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { causeOf } from '#platform/fault.ts';
import { newId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';
import { enqueue } from '#platform/queue.ts';

export const ESSAIS_MAXIMUM = 12;

/** `cle`: the cause; the same key never gives a second message. */
export async function demanderTexto(tx: Tx, { cle, compteId, texte }: { cle: string; compteId: string; texte: string }): Promise<void> {
  const id = newId();
  const { count } = await tx.texto.createMany({ data: { id, cle, compteId, texte }, skipDuplicates: true });
  if (count === 1) await enqueue(tx, 'texto', { textoId: id });
}

/** « 06 39 98 00 06 » → « +33639980006 »; what is already international stays. */
export function enInternational(telephone: string): string {
  const chiffres = telephone.replace(/[^\d+]/g, '');
  return chiffres.startsWith('0') ? `+33${chiffres.slice(1)}` : chiffres;
}

type Ligne = { id: string; texte: string; etat: string; tentatives: number; telephone: string | null };
export type Envoi = 'envoye' | 'deja_traite' | 'inconnu' | 'sans_numero' | 'abandonne';

/** Throws when the operator refused and another try is due. */
export async function envoyerTexto(textoId: string, at: Date, par: Sms = sms(capturerSms)): Promise<Envoi> {
  const issue = await transaction((tx) => essayer(tx, textoId, at, par));
  if (typeof issue === 'string') return issue;
  throw issue;
}

async function essayer(tx: Tx, textoId: string, at: Date, par: Sms): Promise<Envoi | Error> {
  const [ligne] = await tx.$queryRaw<Ligne[]>`
    SELECT t.id, t.texte, t.etat::text AS etat, t.tentatives, c.telephone
    FROM texto t JOIN compte c ON c.id = t.compte_id WHERE t.id = ${textoId}::uuid FOR UPDATE OF t`;
  if (!ligne) return 'inconnu';
  if (ligne.etat !== 'a_envoyer') return 'deja_traite';
  const garder = (data: object) => tx.texto.update({ where: { id: textoId }, data, select: { id: true } });
  if (!ligne.telephone) {
    await garder({ etat: 'abandonne', derniereErreur: 'sans numéro' });
    return 'sans_numero';
  }
  const tentatives = ligne.tentatives + 1;
  try {
    await par.envoyer({ reference: ligne.id, telephone: enInternational(ligne.telephone), texte: ligne.texte });
  } catch (cause) {
    const erreur = cause instanceof Error ? cause : new Error(String(cause));
    const estFini = tentatives >= ESSAIS_MAXIMUM;
    await garder({ tentatives, derniereErreur: erreur.message.slice(0, 500), ...(estFini ? { etat: 'abandonne' } : {}) });
    if (!estFini) return erreur;
    logger().error({ texto: textoId, tentatives, cause: causeOf(erreur) }, 'sms abandonné');
    return 'abandonne';
  }
  await garder({ etat: 'envoye', envoyeLe: at, tentatives });
  return 'envoye';
}

/** Keeps a short message in the development mailbox, beside the mails: the number stands for the address. */
async function capturerSms({ reference, telephone, texte }: CaptureSms): Promise<void> {
  const expediteur = env().PORTAIL_NOM;
  const messageId = `<${reference}@sms>`;
  await db().courrielCapture.createMany({
    data: { messageId, expediteur, destinataire: telephone, sujet: 'SMS', texte, html: '', pieces: [] },
    skipDuplicates: true,
  });
}

const JOUR = 24 * 3_600_000;

/** What a telephone received proves nothing: it goes after 90 days. Value: how many. */
export async function oublierTextos(at: Date): Promise<number> {
  const limite = new Date(at.getTime() - 90 * JOUR);
  return (await db().texto.deleteMany({ where: { creeLe: { lt: limite }, etat: { not: 'a_envoyer' } } })).count;
}

/** Messages that wait although their job is long gone: each gets a new one. Value: how many. */
export async function relancerTextos(at: Date): Promise<number> {
  const oublies = await db().texto.findMany({
    where: { etat: 'a_envoyer', creeLe: { lt: new Date(at.getTime() - JOUR) } },
    take: 200,
    select: { id: true },
  });
  for (const { id } of oublies) await transaction((tx) => enqueue(tx, 'texto', { textoId: id }));
  return oublies.length;
}
