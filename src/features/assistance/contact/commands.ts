import 'server-only';
// A ticket is made from the contact form: its row, its first message, its screenshots and its mail, in one transaction.
import type { Usager } from '#domain/access/actors.ts';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { departementDe } from '#domain/adresse/departement.ts';
import { LIBELLE_SUJET, numeroDeTicket } from '#domain/assistance/ticket.ts';
import { jourDe } from '#domain/jour.ts';
import { adresseDe } from '#domain/procedure/champs.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { consommerJeton, creerJeton } from '#features/compte/jetons/commands.ts';
import { sienOuConfie } from '#features/dossier/queries.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { type Prisma, type Tx, transaction } from '#platform/db.ts';
import { draw, isId, newId } from '#platform/ids.ts';
import { encrypt } from '#platform/secret.ts';
import { garderCaptures } from '../captures/commands.ts';
import type { CaptureRecue, Contact, Retour } from './schema.ts';

/** A link received by mail opens the ticket during a month; each mail brings a new one. */
export const JOURS_LIEN_TICKET = 30;
/** Minutes during which a form that came back keeps what was typed. */
const MINUTES_RETOUR = 60;

/** A link to follow a ticket without a compte. */
export function lienTicket(tx: Tx, ticketId: string, at: Date): Promise<string> {
  return creerJeton(tx, { sorte: 'ticket', minutes: JOURS_LIEN_TICKET * 24 * 60, contenu: { ticket: ticketId } }, at);
}

export type Demande = {
  auteur: { usager: Usager; portee: PorteeUsager } | null;
  saisie: Contact;
  captures: readonly CaptureRecue[];
  /** the form that came back and is now complete */
  retour: string | null;
  /** false: too many mails to this address within the hour; the ticket is made all the same */
  avecCourriel: boolean;
};

/** Value: the number of the ticket. */
export function deposerTicket({ auteur, saisie, captures, retour, avecCourriel }: Demande, at: Date): Promise<string> {
  const { sujet, message, page, erreur, nom, email, telephone, survenuLe } = saisie;
  return transaction(async (tx) => {
    const dossier = auteur && (await dossierConcerne(tx, auteur.portee, saisie.dossier));
    const ticket = await creerTicket(
      tx,
      {
        id: newId(),
        compteId: auteur?.usager.compteId ?? null,
        dossierId: dossier?.id ?? null,
        prefectureCode: await prefectureConcernee(tx, saisie.prefecture, dossier),
        ...{ nom, email, telephone, sujet, page, erreur, survenuLe },
        creeLe: at,
      },
      at,
    );
    await tx.ticketMessage.create({
      data: { id: newId(), ticketId: ticket.id, auteurSorte: 'usager', auteurId: auteur?.usager.compteId ?? null, texte: message, le: at },
      select: { id: true },
    });
    await garderCaptures(tx, ticket.id, captures, at);
    if (retour) await consommerJeton(tx, 'contact', retour, at);
    if (avecCourriel) {
      await demanderCourriel(tx, {
        cle: `ticket_enregistre:${ticket.id}`,
        sorte: 'ticket_enregistre',
        destinataire: email,
        variables: { nom, numero: ticket.numero, sujet: LIBELLE_SUJET[sujet], ticket: auteur ? ticket.id : null },
        secret: auteur ? '' : await lienTicket(tx, ticket.id, at),
      });
    }
    return ticket.numero;
  });
}

type Concerne = { id: string; prefectureCode: string | null; reponses: Prisma.JsonValue };

function dossierConcerne(tx: Tx, portee: PorteeUsager, id: string | null): Promise<Concerne | null> {
  if (!id || !isId(id)) return Promise.resolve(null);
  return tx.dossier.findFirst({
    where: { id, ...sienOuConfie(portee, 'voir') },
    select: { id: true, prefectureCode: true, reponses: true },
  });
}

function enReponses(json: Prisma.JsonValue): Reponses {
  return JSON.parse(JSON.stringify(json));
}

/** Chosen by the person, otherwise that of the request, otherwise that of the address already typed in it. */
async function prefectureConcernee(tx: Tx, choisie: string | null, dossier: Concerne | null): Promise<string | null> {
  const tapee = dossier && departementDe(adresseDe(enReponses(dossier.reponses).adresse) ?? {});
  const code = choisie ?? dossier?.prefectureCode ?? tapee ?? null;
  return code && (await tx.prefecture.findUnique({ where: { code }, select: { code: true } })) ? code : null;
}

/** Draws the number until nobody has it. A number already taken writes nothing, so the transaction goes on. */
export async function creerTicket(
  tx: Tx,
  ligne: Omit<Prisma.TicketCreateManyInput, 'numero'> & { id: string },
  at: Date,
): Promise<{ id: string; numero: string }> {
  for (let essai = 0; essai < 50; essai++) {
    const numero = numeroDeTicket(jourDe(at), draw(1_000_000));
    const { count } = await tx.ticket.createMany({ data: [{ ...ligne, numero }], skipDuplicates: true });
    if (count === 1) return { id: ligne.id, numero };
  }
  throw new Error('tickets : plus de numéro libre cette année');
}

/** Keeps a form that must be corrected, sealed, for an hour. Value: the secret that the address of the page carries. */
export function garderRetour(retour: Retour, ancien: string | null, at: Date): Promise<string> {
  const contenu = encrypt('assistance', JSON.stringify(retour)).toString('base64url');
  return transaction(async (tx) => {
    if (ancien) await consommerJeton(tx, 'contact', ancien, at);
    return creerJeton(tx, { sorte: 'contact', minutes: MINUTES_RETOUR, contenu }, at);
  });
}
