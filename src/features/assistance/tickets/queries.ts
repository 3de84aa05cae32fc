import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { ETATS_TICKET, type EtatTicket, LIBELLE_SUJET, SUJETS } from '#domain/assistance/ticket.ts';
import { lireJeton } from '#features/compte/jetons/commands.ts';
import { db, type Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';

export type MessageEchange = { id: string; deLAgent: boolean; texte: string; le: Date };
export type CaptureEchange = { id: string; nom: string; taille: number; etat: 'en_attente' | 'sain' | 'infecte' };
export type TicketResume = { id: string; numero: string; sujet: string; etat: EtatTicket; creeLe: Date };
export type Echange = TicketResume & {
  page: string | null;
  erreur: string | null;
  survenuLe: Date | null;
  impossibiliteLe: Date | null;
  messages: readonly MessageEchange[];
  captures: readonly CaptureEchange[];
};

export const sujetLisible = (sujet: string): string => {
  const connu = SUJETS.find((s) => s === sujet);
  return connu ? LIBELLE_SUJET[connu] : sujet;
};
export const etatLu = (etat: string): EtatTicket => ETATS_TICKET.find((e) => e === etat) ?? 'ouvert';

export async function ticketsDe(portee: PorteeUsager): Promise<TicketResume[]> {
  const siens = await db().ticket.findMany({
    where: { compteId: portee.compteId },
    orderBy: { creeLe: 'desc' },
    take: 100,
    select: { id: true, numero: true, sujet: true, etat: true, creeLe: true },
  });
  return siens.map((s) => ({ ...s, sujet: sujetLisible(s.sujet), etat: etatLu(s.etat) }));
}

/** What is common to every reader of a ticket. */
export const MESSAGES = {
  orderBy: { id: 'asc' },
  select: { id: true, auteurSorte: true, texte: true, le: true, auteurId: true },
} as const satisfies Prisma.Ticket$messagesArgs;
export const CAPTURES = {
  orderBy: { id: 'asc' },
  select: { id: true, nom: true, taille: true, analyse: true },
} as const satisfies Prisma.Ticket$capturesArgs;

/** One ticket, for who may read it (`portee`: its condition); null otherwise. */
export async function echangeDe(portee: Prisma.TicketWhereInput, id: string): Promise<Echange | null> {
  if (!isId(id)) return null;
  const lu = await db().ticket.findFirst({
    where: { AND: [{ id }, portee] },
    select: {
      id: true,
      numero: true,
      sujet: true,
      etat: true,
      creeLe: true,
      page: true,
      erreur: true,
      survenuLe: true,
      impossibiliteLe: true,
      messages: MESSAGES,
      captures: CAPTURES,
    },
  });
  if (!lu) return null;
  return {
    ...lu,
    sujet: sujetLisible(lu.sujet),
    etat: etatLu(lu.etat),
    messages: lu.messages.map(({ auteurSorte, id: message, texte, le }) => ({ id: message, deLAgent: auteurSorte === 'agent', texte, le })),
    captures: lu.captures.map(({ analyse, ...capture }) => ({ ...capture, etat: analyse })),
  };
}

/** Number of the ticket that a link opens, without opening it; null: unknown, used or expired. */
export async function numeroDuLien(secret: string, at: Date): Promise<string | null> {
  const ticket = ticketDuJeton((await lireJeton('ticket', secret, at))?.contenu ?? null);
  const lu = ticket && (await db().ticket.findUnique({ where: { id: ticket }, select: { numero: true } }));
  return lu ? lu.numero : null;
}

export function ticketDuJeton(contenu: Prisma.JsonValue): string | null {
  const ticket = typeof contenu === 'object' && contenu !== null && 'ticket' in contenu ? contenu.ticket : null;
  return typeof ticket === 'string' && isId(ticket) ? ticket : null;
}
