// The deposit at the desk begins: identity seen, compte of the person, draft tied to the ticket that records the impossibility.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { compteDuGuichet } from '#features/compte/commands.ts';
import { commencer } from '#features/dossier/depot/situation/commands.ts';
import { reprendreAuGuichet } from '#features/dossier/store.ts';
import { db, Prisma, transaction } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { ticketsDuGuichet } from './queries.ts';
import type { Ouverture } from './schema.ts';

/**
 * Opens the draft that an agent d'accueil fills for the person; pressing again comes back to it. Who wrote the ticket from their compte
 * goes on with their own draft (C39: blocked at step 4, nothing to type again). A ticket without compte proves no compte: it never opens
 * the draft, nor adds to the history, of whoever has that address. Value: its identifier. Refusal `introuvable`: no impossibility recorded for this préfecture.
 */
export async function ouvrirAuGuichet(
  agent: Agent,
  ticketId: string,
  { procedure, piece, fin }: Ouverture,
  at: Date,
): Promise<Resultat<string>> {
  const ouverts = ticketsDuGuichet({ prefecture: agent.prefecture });
  const ticket = isId(ticketId) ? await db().ticket.findFirst({ where: { AND: [{ id: ticketId }, ouverts] } }) : null;
  if (!ticket) return refuse('introuvable');
  const compteId = ticket.compteId ?? (await transaction((tx) => compteDuGuichet(tx, ticket.email, at)));
  if (ticket.compteId === null && (await estAQuelquUn(compteId, procedure))) return refuse('compte_a_quelquun');
  const commence = await commencer(agent, { compteId, representation: null, canal: 'guichet' }, procedure, at);
  if (!commence.ok) return commence;
  const dossierId = commence.valeur;
  await transaction(async (tx) => {
    await reprendreAuGuichet(tx, dossierId, ticketId, agent, at);
    await tx.ticket.update({ where: { id: ticketId }, data: { dossierId, version: { increment: 1 } }, select: { id: true } });
    await tx.acteAdministration.create({
      data: {
        agentId: agent.agentId,
        type: 'depot_au_guichet',
        cibleId: dossierId,
        // never the whole number: enough to say which document was seen
        faits: { ticket: ticket.numero, identite: piece, fin },
        le: at,
      },
      select: { id: true },
    });
  });
  return ok(dossierId);
}

/** The compte is known to be somebody's, or holds what they typed. */
async function estAQuelquUn(compteId: string, procedure: string): Promise<boolean> {
  const autre = await db().compte.count({
    where: {
      id: compteId,
      OR: [
        { personneId: { not: null } },
        { dossiers: { some: { procedure, statut: 'brouillon', canal: 'en_ligne', representation: { equals: Prisma.DbNull } } } },
      ],
    },
  });
  return autre > 0;
}
