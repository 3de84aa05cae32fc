// The deposit at the desk begins: identity seen, compte of the person, draft tied to the ticket that records the impossibility.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { adresseAbsente } from '#domain/compte/identifiant.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { compteDuGuichet } from '#features/compte/commands.ts';
import { commencer } from '#features/dossier/depot/situation/commands.ts';
import { reprendreAuGuichet } from '#features/dossier/store.ts';
import { db, transaction } from '#platform/db.ts';
import { isId, newId } from '#platform/ids.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { creerTicket } from '../contact/commands.ts';
import { ticketsDuGuichet } from './queries.ts';
import type { Ouverture, SansAdresse } from './schema.ts';

/**
 * Opens the draft that an agent d'accueil fills for the person; pressing again comes back to it. Who wrote the ticket from their compte
 * goes on with their own draft (C39: blocked at step 4, nothing to type again). A ticket without compte proves no compte: it never opens
 * the draft, nor adds to the history, of whoever has that address. Value: its identifier. Refusal `introuvable`: no impossibility recorded for this préfecture.
 */
export async function ouvrirAuGuichet(
  agent: Agent,
  ticketId: string,
  { procedure, piece, fin, pour }: Ouverture,
  at: Date,
): Promise<Resultat<string>> {
  const ouverts = ticketsDuGuichet({ prefecture: agent.prefecture });
  if (demandeUnMineur(procedure) && !pour) return refuse('mineur_requis');
  const ticket = isId(ticketId) ? await db().ticket.findFirst({ where: { AND: [{ id: ticketId }, ouverts] } }) : null;
  if (!ticket) return refuse('introuvable');
  const compteId = ticket.compteId ?? (await transaction((tx) => compteDuGuichet(tx, ticket.email, at)));
  if (ticket.compteId === null && (await estAQuelquUn(compteId, procedure))) return refuse('compte_a_quelquun');
  const commence = await commencer(agent, { compteId, representation: pour, canal: 'guichet' }, procedure, at);
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

const demandeUnMineur = (slug: string) => procedureActuelle(slug)?.demandeur === 'mineur';

/** What the impossibility is, for who has no e-mail: the service asks one to make a compte (R.431-2, arrete of 1 August 2023). */
const MOTIF_SANS_ADRESSE = 'La personne n’a pas d’adresse électronique : le service en demande une pour créer un compte.';

/**
 * Receives somebody who has no e-mail, without a ticket before: the agent, who has them in front of them, writes it and records the
 * impossibility, which the service itself makes. Value: the ticket. Refuses `introuvable` without a préfecture.
 */
export function recevoirSansAdresse(agent: Agent, { nom, prenom, telephone }: SansAdresse, at: Date): Promise<Resultat<string>> {
  const prefectureCode = agent.prefecture;
  if (prefectureCode === null) return Promise.resolve(refuse('introuvable'));
  const id = newId();
  return transaction(async (tx) => {
    const { numero } = await creerTicket(
      tx,
      {
        ...{ id, prefectureCode, sujet: 'acces', nom: `${prenom} ${nom}`, telephone: telephone || null },
        email: adresseAbsente('sans-adresse', id),
        etat: 'repondu',
        impossibiliteLe: at,
        impossibilitePar: agent.agentId,
        impossibiliteMotif: MOTIF_SANS_ADRESSE,
        creeLe: at,
      },
      at,
    );
    await tx.acteAdministration.create({
      data: {
        agentId: agent.agentId,
        type: 'impossibilite_constatee',
        cibleId: id,
        faits: { ticket: numero, prefecture: prefectureCode },
        le: at,
      },
      select: { id: true },
    });
    return ok(id);
  });
}

/** The compte is known to be somebody's, or holds what they typed. */
async function estAQuelquUn(compteId: string, procedure: string): Promise<boolean> {
  const autre = await db().compte.count({
    where: {
      id: compteId,
      OR: [{ personneId: { not: null } }, { dossiers: { some: { procedure, statut: 'brouillon', canal: 'en_ligne' } } }],
    },
  });
  return autre > 0;
}
