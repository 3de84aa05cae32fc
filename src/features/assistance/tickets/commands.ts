import 'server-only';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { consommerJeton } from '#features/compte/jetons/commands.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { db, type Prisma, transaction } from '#platform/db.ts';
import { isId, newId } from '#platform/ids.ts';
import { lienTicket } from '../contact/commands.ts';
import { ticketDuJeton } from './queries.ts';

type Reponse = { portee: Prisma.TicketWhereInput; ticketId: string; compteId: string | null; texte: string };

/** Milliseconds: the same words sent twice are a double click. */
const DOUBLE_CLIC = 60_000;

/** The person adds to their ticket, which waits again for an agent, even closed. */
export async function repondreEnUsager({ portee, ticketId, compteId, texte }: Reponse, at: Date): Promise<Resultat<null>> {
  if (!isId(ticketId)) return refuse('introuvable');
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM ticket WHERE id = ${ticketId}::uuid FOR UPDATE`;
    const ticket = await tx.ticket.findFirst({
      where: { AND: [{ id: ticketId }, portee] },
      select: { messages: { orderBy: { id: 'desc' }, take: 1, select: { texte: true, auteurSorte: true, le: true } } },
    });
    if (!ticket) return refuse('introuvable');
    const [dernier] = ticket.messages;
    const estRepetition = dernier?.auteurSorte === 'usager' && dernier.texte === texte && at.getTime() - dernier.le.getTime() < DOUBLE_CLIC;
    if (estRepetition) return ok(null);
    await tx.ticketMessage.create({
      data: { id: newId(), ticketId, auteurSorte: 'usager', auteurId: compteId, texte, le: at },
      select: { id: true },
    });
    await tx.ticket.update({ where: { id: ticketId }, data: { etat: 'ouvert', version: { increment: 1 } }, select: { id: true } });
    return ok(null);
  });
}

/** Uses a link up. Value: the ticket that it opens. */
export async function ouvrirParLien(secret: string, at: Date): Promise<Resultat<string>> {
  const jeton = await transaction((tx) => consommerJeton(tx, 'ticket', secret, at));
  const ticket = ticketDuJeton(jeton?.contenu ?? null);
  return ticket ? ok(ticket) : refuse('lien_expire');
}

type Destinataire = { id: string; nom: string; numero: string; email: string };
const PERSONNE: Destinataire = {
  id: '00000000-0000-7000-8000-000000000000',
  nom: '',
  numero: '0000-000000',
  email: 'personne@example.org',
};

class PourRien extends Error {}

/** A new link, to the address of the ticket only. Same answer and same work whether there is such a ticket or not. */
export async function envoyerLienTicket({ numero, email }: { numero: string; email: string }, at: Date): Promise<void> {
  const ticket = await db().ticket.findFirst({ where: { numero, email }, select: { id: true, nom: true, numero: true, email: true } });
  const pour = ticket ?? PERSONNE;
  await transaction(async (tx) => {
    await demanderCourriel(tx, {
      cle: `ticket_lien:${newId()}`,
      sorte: 'ticket_lien',
      destinataire: pour.email,
      variables: { nom: pour.nom, numero: pour.numero },
      secret: await lienTicket(tx, pour.id, at),
    });
    if (!ticket) throw new PourRien();
  }).catch((erreur: unknown) => {
    if (!(erreur instanceof PourRien)) throw erreur;
  });
}
