// Forgotten password, forgotten identifiant (S-055, S-060, C23), and the link that opens a compte. The answer and its cost never tell
// whether a compte exists.
import 'server-only';
import { MINUTES_LIEN } from '#domain/compte/mot-de-passe.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { creerJeton } from '../jetons/commands.ts';
import { trouverCompte } from '../queries.ts';

type Saisie = { identifiant: string };
type Destinataire = { id: string; email: string; numeroEtranger: string | null; numeroVisa: string | null };

const PERSONNE: Destinataire = {
  id: '00000000-0000-7000-8000-000000000000',
  email: 'personne@example.org',
  numeroEtranger: null,
  numeroVisa: null,
};

class PourRien extends Error {}

/**
 * Does the work for who was found; for an unknown identifiant, the same work for `personne`, who is nobody, then undoes it. `travail`
 * says whether it was of use; otherwise too what it wrote is undone.
 */
export async function memeTravail<D>(trouve: D | null, personne: D, travail: (tx: Tx, pour: D) => Promise<boolean>): Promise<void> {
  try {
    await transaction(async (tx) => {
      const estUtile = await travail(tx, trouve ?? personne);
      if (!trouve || !estUtile) throw new PourRien();
    });
  } catch (erreur) {
    if (!(erreur instanceof PourRien)) throw erreur;
  }
}

/** As many links in the mailbox at once as help; more would only be a flood. */
const LIENS_VALABLES = 3;

type Lien = { sorte: 'mot_de_passe' | 'connexion'; courriel: 'mot_de_passe_oublie' | 'lien_connexion'; minutes: number };

/**
 * Sends a link. When three that have at least half of their life left already wait in the mailbox, nothing more leaves: a flood of
 * demands by a stranger sends a handful of mails, and the owner always has one that works.
 */
async function envoyer(saisie: Saisie, { sorte, courriel, minutes }: Lien, at: Date): Promise<void> {
  const { identifiant, compte } = await trouverCompte(saisie.identifiant);
  await memeTravail(compte, PERSONNE, async (tx, { id, email }) => {
    // known or not, the demands of one identifiant go one after the other
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${sorte} ${identifiant.valeur}`}, 0))`;
    const moitie = new Date(at.getTime() + minutes * 30_000);
    const valables = await tx.jeton.count({ where: { compteId: id, sorte, utiliseLe: null, expireLe: { gte: moitie } } });
    const secret = await creerJeton(tx, { sorte, compteId: id, minutes }, at);
    await demanderCourriel(tx, {
      cle: `${courriel}:${newId()}`,
      sorte: courriel,
      destinataire: email,
      variables: { validiteMinutes: minutes },
      secret,
    });
    return valables < LIENS_VALABLES;
  });
}

/** A link to choose a new password, good once, one hour (C23). */
export function envoyerLien(saisie: Saisie, at: Date): Promise<void> {
  return envoyer(saisie, { sorte: 'mot_de_passe', courriel: 'mot_de_passe_oublie', minutes: MINUTES_LIEN }, at);
}

/** A link that opens the compte without a password, good once, one hour: nobody is locked out by what others do. */
export function envoyerLienConnexion(saisie: Saisie, at: Date): Promise<void> {
  return envoyer(saisie, { sorte: 'connexion', courriel: 'lien_connexion', minutes: MINUTES_LIEN }, at);
}

/** Sends the identifiant of the compte that has this address. */
export async function envoyerIdentifiant(saisie: { email: string }): Promise<void> {
  const { compte } = await trouverCompte(saisie.email);
  await memeTravail(compte, PERSONNE, async (tx, { email, numeroEtranger, numeroVisa }) => {
    await demanderCourriel(tx, {
      cle: `identifiant_oublie:${newId()}`,
      sorte: 'identifiant_oublie',
      destinataire: email,
      variables: { identifiant: numeroEtranger ?? numeroVisa ?? email },
    });
    return true;
  });
}
