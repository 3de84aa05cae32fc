// Forgotten password, forgotten identifiant (S-055, S-060, C23). The answer and its cost never tell whether a compte exists.
import 'server-only';
import { lireIdentifiant } from '#domain/compte/identifiant.ts';
import { MINUTES_LIEN } from '#domain/compte/mot-de-passe.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { creerJeton } from '../jetons/commands.ts';

const CHAMPS = { id: true, email: true, numeroEtranger: true } as const;
type Destinataire = { id: string; email: string; numeroEtranger: string | null };

/** For an unknown identifiant the same work is done for nobody, then undone. */
const PERSONNE: Destinataire = { id: '00000000-0000-7000-8000-000000000000', email: 'personne@example.org', numeroEtranger: null };

class PourRien extends Error {}

async function memeTravail(trouve: Destinataire | null, travail: (tx: Tx, pour: Destinataire) => Promise<void>): Promise<void> {
  try {
    await transaction(async (tx) => {
      await travail(tx, trouve ?? PERSONNE);
      if (!trouve) throw new PourRien();
    });
  } catch (erreur) {
    if (!(erreur instanceof PourRien)) throw erreur;
  }
}

/** Sends a link to choose a new password: secret of 256 bits, one hour, once. Only its fingerprint is kept. */
export async function envoyerLien(saisie: { identifiant: string }, at: Date): Promise<void> {
  const { sorte, valeur } = lireIdentifiant(saisie.identifiant);
  const where = sorte === 'numero' ? { numeroEtranger: valeur } : { email: valeur };
  const compte = await db().compte.findUnique({ where, select: CHAMPS });
  await memeTravail(compte, async (tx, { id, email }) => {
    const jeton = await creerJeton(tx, { sorte: 'mot_de_passe', compteId: id, minutes: MINUTES_LIEN }, at);
    await demanderCourriel(tx, {
      cle: `mot_de_passe_oublie:${newId()}`,
      sorte: 'mot_de_passe_oublie',
      destinataire: email,
      variables: { validiteMinutes: MINUTES_LIEN },
      secret: jeton,
    });
  });
}

/** Sends the identifiant of the compte that has this address. */
export async function envoyerIdentifiant(saisie: { email: string }): Promise<void> {
  const compte = await db().compte.findUnique({ where: { email: saisie.email }, select: CHAMPS });
  await memeTravail(compte, (tx, { email, numeroEtranger }) =>
    demanderCourriel(tx, {
      cle: `identifiant_oublie:${newId()}`,
      sorte: 'identifiant_oublie',
      destinataire: email,
      variables: { identifiant: numeroEtranger ?? email },
    }),
  );
}
