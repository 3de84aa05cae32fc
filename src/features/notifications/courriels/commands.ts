import 'server-only';
import type { Capture } from '#adapters/mail/boite.ts';
// Sends one mail. The row is locked while it leaves, so two jobs of one mail never send it together; it is marked after the
// transport accepted it. Killed in between: sent again under the same Message-ID (once only in the development mailbox).
import { enTeteDuPortail, fermerMail, type Mail, mail, messageIdDe } from '#adapters/mail/mail.ts';
import type { PieceJointe } from '#adapters/mail/message.ts';
import { rendreHtml, rendreTexte } from '#adapters/mail/rendu.ts';
import { type Storage, storage } from '#adapters/storage/storage.ts';
import { referenceDu } from '#features/configuration/references/queries.ts';
import { octetsDuDocument } from '#features/documents/queries.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { causeOf } from '#platform/fault.ts';
import { calendarFile } from '#platform/icalendar.ts';
import { logger } from '#platform/logger.ts';
import { enqueue } from '#platform/queue.ts';
import { decrypt } from '#platform/secret.ts';
import { COURRIELS, estSorteCourriel } from './catalogue.ts';
import { type Agenda, habiller } from './schema.ts';

/** Tries of one mail before it is given up (the job's own back-off spreads them over six hours). */
export const ESSAIS_MAXIMUM = 12;

export type Moyens = { mail: Mail; storage: Storage };
const moyensDuProcessus = (): Moyens => ({ mail: mail(capturer), storage: storage() });

type Ligne = {
  id: string;
  sorte: string;
  destinataire: string;
  variables: unknown;
  secret: Uint8Array | null;
  documents: string[];
  etat: 'a_envoyer' | 'envoye' | 'abandonne';
  tentatives: number;
  cree_le: Date;
};

export type Envoi = 'envoye' | 'deja_traite' | 'inconnu' | 'abandonne';

/** Throws when the transport refused and another try is due; the row says how many there were and why. */
export async function envoyerCourriel(courrielId: string, at: Date, moyens: Moyens = moyensDuProcessus()): Promise<Envoi> {
  const issue = await transaction((tx) => essayer(tx, courrielId, at, moyens));
  if (typeof issue === 'string') return issue;
  if (issue.tentatives >= ESSAIS_MAXIMUM) {
    logger().error(
      { courriel: courrielId, sorte: issue.sorte, tentatives: issue.tentatives, cause: causeOf(issue.erreur) },
      'courriel abandonné',
    );
    return 'abandonne';
  }
  throw issue.erreur;
}

async function essayer(
  tx: Tx,
  courrielId: string,
  at: Date,
  moyens: Moyens,
): Promise<Envoi | { sorte: string; tentatives: number; erreur: Error }> {
  const [ligne] = await tx.$queryRaw<Ligne[]>`
    SELECT id, sorte, destinataire, variables, secret, documents::text[] AS documents, etat::text AS etat, tentatives, cree_le
    FROM courriel WHERE id = ${courrielId}::uuid FOR UPDATE`;
  if (!ligne) return 'inconnu';
  if (ligne.etat !== 'a_envoyer') return 'deja_traite';
  const tentatives = ligne.tentatives + 1;
  try {
    await moyens.mail.envoyer(await composer(ligne, moyens.storage));
  } catch (cause) {
    const erreur = cause instanceof Error ? cause : new Error(String(cause));
    const fini = tentatives >= ESSAIS_MAXIMUM;
    await tx.courriel.update({
      where: { id: courrielId },
      data: { tentatives, derniereErreur: erreur.message.slice(0, 500), ...(fini ? { etat: 'abandonne', secret: null } : {}) },
      select: { id: true },
    });
    return { sorte: ligne.sorte, tentatives, erreur };
  }
  await tx.courriel.update({
    where: { id: courrielId },
    data: { etat: 'envoye', envoyeLe: at, tentatives, secret: null },
    select: { id: true },
  });
  return 'envoye';
}

async function composer(ligne: Ligne, depot: Storage) {
  if (!estSorteCourriel(ligne.sorte)) throw new Error(`courriel : sorte inconnue ${ligne.sorte}`);
  const secret = ligne.secret ? decrypt('courriels', ligne.secret).toString('utf8') : '';
  const lien = (chemin: string) => new URL(chemin, env().PORTAIL_URL).href;
  const redige = COURRIELS[ligne.sorte].rendre(ligne.variables, { lien, secret });
  const mots = referenceDu('courriel', ligne.sorte);
  const message = mots ? habiller(redige, mots, ligne.variables) : redige;
  const entete = enTeteDuPortail();
  const pieces: PieceJointe[] = [];
  for (const id of ligne.documents) {
    const { fichier, contenu } = await octetsDuDocument(id, depot);
    pieces.push({ nom: fichier, type: 'application/pdf', contenu });
  }
  const agenda = COURRIELS[ligne.sorte].agendaDe(ligne.variables);
  if (agenda) pieces.push(fichierAgenda(agenda, ligne.cree_le));
  return {
    messageId: messageIdDe(ligne.id),
    destinataire: ligne.destinataire,
    sujet: message.sujet,
    texte: rendreTexte(message, entete),
    html: rendreHtml(message, entete),
    pieces,
  };
}

/** The same file at each try: it is dated from the mail. */
function fichierAgenda(agenda: Agenda, at: Date): PieceJointe {
  return { nom: agenda.nom, type: typeAgenda(agenda), contenu: Buffer.from(texteAgenda(agenda, at), 'utf8') };
}

/** The method of the file is said outside of it too: that is what a reader of mails goes by (RFC 5546, 1.4; RFC 6047, 2.4). */
export const typeAgenda = ({ methode }: Agenda): string => `text/calendar; charset=utf-8; method=${methode}`;

export function texteAgenda({ methode, evenement }: Agenda, at: Date): string {
  const { PORTAIL_NOM, COURRIEL_EXPEDITEUR } = env();
  const cadre = { product: PORTAIL_NOM, name: evenement.summary, organizer: COURRIEL_EXPEDITEUR, at, method: methode };
  return calendarFile(cadre, [evenement]);
}

/** Keeps a message in the development mailbox; a message already there is left alone. */
export async function capturer({ messageId, expediteur, destinataire, sujet, texte, html, pieces }: Capture): Promise<void> {
  const contenus = pieces.map((p) => ({ nom: p.nom, type: p.type, base64: p.contenu.toString('base64') }));
  await db().courrielCapture.createMany({
    data: { messageId, expediteur, destinataire, sujet, texte, html, pieces: contenus },
    skipDuplicates: true,
  });
}

const HEURE = 3_600_000;

/** Mails that wait although their job is long gone (its tries ended with killed processes): each gets a new one. Value: how many. */
export async function relancerCourriels(at: Date): Promise<number> {
  const oublies = await db().courriel.findMany({
    where: { etat: 'a_envoyer', creeLe: { lt: new Date(at.getTime() - 24 * HEURE) } },
    orderBy: { creeLe: 'asc' },
    take: 200,
    select: { id: true },
  });
  for (const { id } of oublies) await transaction((tx) => enqueue(tx, 'courriel', { courrielId: id }));
  return oublies.length;
}

/** The development mailbox keeps a month. Value: how many messages went. */
export async function viderBoite(at: Date): Promise<number> {
  return (await db().courrielCapture.deleteMany({ where: { recuLe: { lt: new Date(at.getTime() - 30 * 24 * HEURE) } } })).count;
}

/** Notices whose sending may have to be proven as long as the dossier lives (CRPA R.112-11, R.112-19). */
const A_PROUVER = ['nouvelle_notification', 'demande_enregistree', 'convocation', 'rendez_vous_annule'];

/** What was sent about an access (links, changes, farewell) holds an address and proves nothing: it goes after 90 days. Value: how many. */
export async function oublierCourriels(at: Date): Promise<number> {
  const limite = new Date(at.getTime() - 90 * 24 * HEURE);
  return (await db().courriel.deleteMany({ where: { sorte: { notIn: A_PROUVER }, creeLe: { lt: limite }, etat: { not: 'a_envoyer' } } }))
    .count;
}

/** Closes the connections to the mail server: the worker's last gesture. */
export const fermerCourriels = fermerMail;
