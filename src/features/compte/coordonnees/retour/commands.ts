// The way back of an address replaced by somebody else. It needs both the former mailbox and the password of before the change: the
// mailbox alone may be in the hands of a person that the holder is leaving, the password alone in those of a thief.
import 'server-only';
import { z } from 'zod';
import { verify } from '#adapters/password-hash/password-hash.ts';
import { emailMasque, JOURS_RETOUR } from '#domain/compte/courriel.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { isUniqueViolation, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { revoquerAcces } from '../../commands.ts';
import { consommerJeton, creerJeton, lireJeton } from '../../jetons/commands.ts';
import { envoyerLien } from '../../oubli/commands.ts';
import { estLibre } from '../unicite/commands.ts';

/** `empreinte`: argon2id digest of the password of before, null when the compte had none; erased with the row, at its end (menage). */
export const contenuRetour = z.object({ ancienne: z.string(), le: z.iso.datetime(), empreinte: z.string().nullable() });

/** In the transaction of the change: tells the former address, with the link that gives it its place back. */
export async function donnerRetour(
  tx: Tx,
  { compteId, ancienne, nouvelle }: { compteId: string; ancienne: string; nouvelle: string },
  at: Date,
): Promise<void> {
  const { motDePasse: empreinte } = await tx.compte.findUniqueOrThrow({ where: { id: compteId }, select: { motDePasse: true } });
  const contenu = { ancienne, le: at.toISOString(), empreinte };
  const secret = await creerJeton(tx, { sorte: 'courriel_retour', minutes: JOURS_RETOUR * 24 * 60, compteId, contenu }, at);
  await demanderCourriel(tx, {
    cle: `adresse_remplacee:${newId()}`,
    sorte: 'adresse_remplacee',
    destinataire: ancienne,
    variables: { le: at.toISOString(), nouvelle: emailMasque(nouvelle), jours: JOURS_RETOUR, retour: empreinte !== null },
    secret,
  });
}

/**
 * The former address takes its place back. Whoever changed it knows the password and may have added ways in: the password is void, every
 * session and link ends, second factors and identities added since go; a link to choose a password leaves for the address that is back.
 * Refuses `lien_expire`, `mot_de_passe_faux`, `email_indisponible`.
 */
export async function reprendreAdresse({ retour, motDePasse }: { retour: string; motDePasse: string }, at: Date): Promise<Resultat<null>> {
  const lu = contenuRetour.safeParse((await lireJeton('courriel_retour', retour, at))?.contenu);
  if (!lu.success || lu.data.empreinte === null) return refuse('lien_expire');
  if (!(await verify(lu.data.empreinte, motDePasse))) return refuse('mot_de_passe_faux');
  const rendue = await rendre(retour, lu.data, at);
  if (rendue.ok) await envoyerLien({ identifiant: lu.data.ancienne }, at);
  return rendue;
}

async function rendre(retour: string, { ancienne, le }: z.infer<typeof contenuRetour>, at: Date): Promise<Resultat<null>> {
  try {
    return await transaction(async (tx) => {
      const pris = await consommerJeton(tx, 'courriel_retour', retour, at);
      if (!pris?.compteId) return refuse('lien_expire');
      const { compteId } = pris;
      await tx.$executeRaw`SELECT 1 FROM compte WHERE id = ${compteId}::uuid FOR UPDATE`;
      if (!(await estLibre(tx, ancienne, compteId, true))) return refuse('email_indisponible');
      await tx.compte.update({
        where: { id: compteId },
        data: { email: ancienne, emailConfirmeLe: at, motDePasse: null, provisoire: null, provisoireExpire: null },
        select: { id: true },
      });
      await revoquerAcces(tx, compteId, at);
      await tx.jeton.deleteMany({ where: { compteId, sorte: 'courriel_retour' } });
      const depuis = { gte: new Date(le) };
      await tx.facteur.deleteMany({ where: { compteId, creeLe: depuis } });
      await tx.codeSecours.deleteMany({ where: { compteId, creeLe: depuis } });
      await tx.identiteExterne.deleteMany({ where: { compteId, lieeLe: depuis } });
      return ok(null);
    });
  } catch (erreur) {
    if (isUniqueViolation(erreur)) return refuse('email_indisponible');
    throw erreur;
  }
}
