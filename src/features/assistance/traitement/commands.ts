import 'server-only';
// What agents do to tickets. Each act names the version that the agent saw: nobody writes over a colleague. Each is logged
// (ActeAdministration) and told to the person by mail when it concerns them.
import type { Agent } from '#domain/access/actors.ts';
import { constatPossible } from '#domain/assistance/ticket.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { type Prisma, type Tx, transaction } from '#platform/db.ts';
import { isId, newId } from '#platform/ids.ts';
import { lienTicket } from '../contact/commands.ts';

export type Ordre = { agent: Agent; visibles: Prisma.TicketWhereInput; ticketId: string; version: number; at: Date };

type Verrouille = Prisma.TicketGetPayload<{ include: { prefecture: true } }>;

/** Under lock, in the version seen; what `travail` gives is written with the next version. */
async function surTicket(
  { agent, visibles, ticketId, version, at }: Ordre,
  acte: string,
  travail: (
    ticket: Verrouille,
    tx: Tx,
  ) => Promise<Resultat<{ colonnes: Prisma.TicketUncheckedUpdateInput; faits?: Record<string, string> }>>,
): Promise<Resultat<null>> {
  if (!isId(ticketId)) return refuse('introuvable');
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM ticket WHERE id = ${ticketId}::uuid FOR UPDATE`;
    const ticket = await tx.ticket.findFirst({ where: { AND: [{ id: ticketId }, visibles] }, include: { prefecture: true } });
    if (!ticket) return refuse('introuvable');
    if (ticket.version !== version) return refuse('ticket_modifie_ailleurs');
    const ecriture = await travail(ticket, tx);
    if (!ecriture.ok) return ecriture;
    const { colonnes, faits = {} } = ecriture.valeur;
    await tx.ticket.update({ where: { id: ticketId }, data: { ...colonnes, version: version + 1 }, select: { id: true } });
    await tx.acteAdministration.create({
      data: { agentId: agent.agentId, type: acte, cibleId: ticketId, faits: { ticket: ticket.numero, ...faits }, le: at },
      select: { id: true },
    });
    return ok(null);
  });
}

/** The link of who has no compte; the others have the ticket in theirs. */
async function acces(tx: Tx, { id, compteId }: Verrouille, at: Date): Promise<{ ticket: string | null; secret: string }> {
  return compteId ? { ticket: id, secret: '' } : { ticket: null, secret: await lienTicket(tx, id, at) };
}

/** Answers; the same press may close. */
export function repondreEnAgent(ordre: Ordre, { texte, clore }: { texte: string; clore: boolean }): Promise<Resultat<null>> {
  const { agent, at } = ordre;
  return surTicket(ordre, clore ? 'ticket_repondu_et_clos' : 'ticket_repondu', async (ticket, tx) => {
    if (ticket.etat === 'clos') return refuse('ticket_clos');
    const message = newId();
    await tx.ticketMessage.create({
      data: { id: message, ticketId: ticket.id, auteurSorte: 'agent', auteurId: agent.agentId, texte, le: at },
      select: { id: true },
    });
    const { ticket: lien, secret } = await acces(tx, ticket, at);
    await demanderCourriel(tx, {
      cle: `ticket_reponse:${message}`,
      sorte: 'ticket_reponse',
      destinataire: ticket.email,
      variables: { nom: ticket.nom, numero: ticket.numero, texte, clos: clore, ticket: lien },
      secret,
    });
    return ok({ colonnes: { etat: clore ? 'clos' : 'repondu' } });
  });
}

export function changerEtat(ordre: Ordre, etat: 'ouvert' | 'clos'): Promise<Resultat<null>> {
  return surTicket(ordre, etat === 'clos' ? 'ticket_clos' : 'ticket_rouvert', async () => ok({ colonnes: { etat } }));
}

/** Gives the ticket to the agents of a préfecture, who then see it. */
export function transmettre(ordre: Ordre, prefecture: string): Promise<Resultat<null>> {
  return surTicket(ordre, 'ticket_transmis', async (_ticket, tx) => {
    if (!(await tx.prefecture.findUnique({ where: { code: prefecture }, select: { code: true } }))) return refuse('introuvable');
    return ok({ colonnes: { prefectureCode: prefecture }, faits: { prefecture } });
  });
}

/**
 * Records that the person cannot file online (R.431-2, arrete of 1 August 2023): something must prove it. It opens the deposit at the
 * desk of that préfecture, and the person is told at once what comes next.
 */
export function constaterImpossibilite(
  ordre: Ordre,
  { motif, guichet: prefecture }: { motif: string; guichet: string },
): Promise<Resultat<null>> {
  const { agent, at } = ordre;
  return surTicket(ordre, 'impossibilite_constatee', async (ticket, tx) => {
    if (ticket.impossibiliteLe) return refuse('impossibilite_deja_constatee');
    const guichet = await tx.prefecture.findUnique({ where: { code: prefecture } });
    if (!guichet) return refuse('introuvable');
    const possible = constatPossible(await preuvesDe(tx, ticket));
    if (!possible.ok) return possible;
    const { ticket: lien, secret } = await acces(tx, ticket, at);
    const contacts = [guichet.adresse, guichet.telephone, guichet.courriel, guichet.site].filter((c) => c !== null && c !== '').join(' – ');
    await demanderCourriel(tx, {
      cle: `impossibilite_constatee:${ticket.id}`,
      sorte: 'impossibilite_constatee',
      destinataire: ticket.email,
      variables: {
        nom: ticket.nom,
        numero: ticket.numero,
        le: jourLisible(jourDe(at)),
        motif,
        prefecture: { nom: guichet.nom, contacts },
        ticket: lien,
      },
      secret,
    });
    return ok({
      colonnes: {
        prefectureCode: prefecture,
        impossibiliteLe: at,
        impossibilitePar: agent.agentId,
        impossibiliteMotif: motif,
        etat: 'repondu',
      },
      faits: { prefecture, motif },
    });
  });
}

async function preuvesDe(tx: Tx, { id, erreur, dossierId }: Verrouille) {
  return {
    captures: await tx.ticketCapture.count({ where: { ticketId: id, analyse: 'sain' } }),
    erreur,
    echecsDuPortail: dossierId ? await tx.blocage.count({ where: { dossierId } }) : 0,
    attestations: dossierId ? await tx.document.count({ where: { dossierId, sorte: 'attestation_blocage' } }) : 0,
  };
}
