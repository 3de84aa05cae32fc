// A compte for who already has a titre, a récépissé or a visa (S-025 to S-037): the number and the two dates prove who it is, the
// mailbox proves the address, and only the button behind the link writes a compte.
import 'server-only';
import type { z } from 'zod';
import type { TitreDecrit, Titulaire } from '#adapters/registre/registre.ts';
import { estJoignable } from '#domain/compte/identifiant.ts';
import { HEURES_CONFIRMATION } from '#domain/compte/mot-de-passe.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { registre } from '#features/personne/registre/commands.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { consommerJeton, creerJeton } from '../jetons/commands.ts';
import { type contenuConfirmation, contenuPreuve } from './schema.ts';

/** Between the document and the e-mail. */
const MINUTES_PREUVE = 30;

export type Confirmation = z.infer<typeof contenuConfirmation>;

/** One reading and, when the three values agree, a secret for the next page. Refuses `titre_inconnu`, whatever is wrong. */
export async function prouverTitre(titre: TitreDecrit, at: Date): Promise<Resultat<{ preuve: string }>> {
  const titulaire = await registre(db()).verifierTitre(titre);
  if (!titulaire) return refuse('titre_inconnu');
  const contenu = contenuPreuve.parse({ titulaire });
  return ok({ preuve: await creerJeton(db(), { sorte: 'preuve_titre', minutes: MINUTES_PREUVE, contenu }, at) });
}

/**
 * Records the demand (S-033) and sends one mail, the same work in every case, so that the screen and its delay tell nothing:
 * - nobody has this number, and the address is free or that of a temporary compte: the link, to that address;
 * - the person has a compte already: how to get in, to the address of that compte, and nothing to the one just typed; a compte made at
 *   the desk, without an address, takes the one typed;
 * - the address opens somebody else's compte: that is told to the address.
 * Refuses `preuve_expiree`.
 */
export async function demanderConfirmation(
  { preuve, email, consentement }: { preuve: string; email: string; consentement: boolean },
  at: Date,
): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const lue = contenuPreuve.safeParse((await consommerJeton(tx, 'preuve_titre', preuve, at))?.contenu);
    if (!lue.success) return refuse('preuve_expiree');
    const { titulaire } = lue.data;
    const contenu: Confirmation = { titulaire, email, consentement };
    const secret = await creerJeton(tx, { sorte: 'confirmation_compte', minutes: HEURES_CONFIRMATION * 60, contenu }, at);
    const dejaLa = await compteDuTitulaire(tx, titulaire);
    const autre = await tx.compte.findUnique({ where: { email }, select: { numeroEtranger: true, numeroVisa: true } });
    const estPrise = autre !== null && (autre.numeroEtranger !== null || autre.numeroVisa !== null);
    if (dejaLa && estJoignable(dejaLa.email)) await rappelerCompte(tx, dejaLa.email, 'compte_existant_numero');
    else if (estPrise) await rappelerCompte(tx, email, 'compte_existant');
    else
      await demanderCourriel(tx, {
        cle: `confirmation_compte:${newId()}`,
        sorte: 'confirmation_compte',
        destinataire: email,
        variables: { validiteHeures: HEURES_CONFIRMATION, motDePasse: !estVisa(titulaire) },
        secret,
      });
    return ok(null);
  });
}

async function rappelerCompte(tx: Tx, destinataire: string, sorte: 'compte_existant' | 'compte_existant_numero'): Promise<void> {
  await demanderCourriel(tx, { cle: `${sorte}:${newId()}`, sorte, destinataire, variables: {} });
}

/** S-037: whoever holds a visa confirms the address and nothing more. */
export const estVisa = ({ titre }: Pick<Titulaire, 'titre'>): boolean => titre.sorte === 'visa' || titre.sorte === 'vls_ts';

/** The compte of this person, by any of the numbers that may open it. One statement. */
export async function compteDuTitulaire(
  tx: Tx,
  { reference, numeroEtranger, titre }: Titulaire,
): Promise<{ id: string; email: string } | null> {
  const [compte] = await tx.$queryRaw<{ id: string; email: string }[]>`
    SELECT c.id, c.email FROM compte c LEFT JOIN personne p ON p.id = c.personne_id
    WHERE c.numero_etranger = ${numeroEtranger} OR c.numero_visa = ${titre.numero} OR p.numero_etranger = ${numeroEtranger} OR p.id::text = ${reference}
    LIMIT 1`;
  return compte ?? null;
}
