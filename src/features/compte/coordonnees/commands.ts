// The e-mail of a compte changes in two gestures: asked here with the password, done by the button of the page whose link went to the
// new address. The former address is told of both, and may take its place back for some days.
import 'server-only';
import { z } from 'zod';
import { emailMasque, HEURES_CONFIRMATION } from '#domain/compte/courriel.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { db, isUniqueViolation, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { consommerJeton, creerJeton } from '../jetons/commands.ts';
import type { QuiProuve } from '../preuve/commands.ts';
import { donnerRetour } from './retour/commands.ts';
import { estLibre } from './unicite/commands.ts';

/** What waits for the press of the button. */
export const contenuChangement = z.object({ ancienne: z.string(), nouvelle: z.string(), sessionId: z.string() });

async function verrouiller(tx: Tx, compteId: string): Promise<string | null> {
  const [compte] = await tx.$queryRaw<{ email: string }[]>`SELECT email FROM compte WHERE id = ${compteId}::uuid FOR UPDATE`;
  return compte?.email ?? null;
}

/**
 * Asks for another address; replaces a former demand. Known or not, the new address gets one mail and the page says the same: the link,
 * or the word that it already has a compte. Refuses `email_identique`.
 */
export async function demanderChangement({ compteId, sessionId }: QuiProuve, nouvelle: string, at: Date): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const ancienne = await verrouiller(tx, compteId);
    if (ancienne === null) return refuse('introuvable');
    if (ancienne === nouvelle) return refuse('email_identique');
    await tx.jeton.deleteMany({ where: { compteId, sorte: 'courriel', utiliseLe: null } });
    const contenu = { ancienne, nouvelle, sessionId };
    const secret = await creerJeton(tx, { sorte: 'courriel', minutes: HEURES_CONFIRMATION * 60, compteId, contenu }, at);
    const libre = await estLibre(tx, nouvelle, compteId, false);
    const cause = newId();
    if (libre) {
      const variables = { heures: HEURES_CONFIRMATION };
      await demanderCourriel(tx, {
        cle: `adresse_a_confirmer:${cause}`,
        sorte: 'adresse_a_confirmer',
        destinataire: nouvelle,
        variables,
        secret,
      });
    } else {
      await demanderCourriel(tx, {
        cle: `adresse_deja_prise:${cause}`,
        sorte: 'adresse_deja_prise',
        destinataire: nouvelle,
        variables: {},
      });
    }
    await demanderCourriel(tx, {
      cle: `adresse_demandee:${cause}`,
      sorte: 'adresse_demandee',
      destinataire: ancienne,
      variables: { le: at.toISOString(), nouvelle: emailMasque(nouvelle) },
    });
    return ok(null);
  });
}

/** The compte goes: the mails of a change under way, to the address asked, go with it. Older ones go by themselves (menage). */
export async function oublierAdresses(tx: Tx, compteId: string): Promise<void> {
  const jetons = await tx.jeton.findMany({ where: { compteId, sorte: 'courriel' }, select: { contenu: true } });
  const demandees = jetons.flatMap(({ contenu }) => contenuChangement.safeParse(contenu).data?.nouvelle ?? []);
  await tx.courriel.deleteMany({
    where: { destinataire: { in: demandees }, sorte: { in: ['adresse_a_confirmer', 'adresse_deja_prise'] } },
  });
}

/** The demand is taken back: its link opens nothing any more. */
export async function annulerChangement(compteId: string): Promise<void> {
  await db().jeton.deleteMany({ where: { compteId, sorte: 'courriel', utiliseLe: null } });
}

/**
 * The button of the page of the link: the new address replaces the other, once. Every session ends but the one that asked and the one
 * that presses (`sessionId`, null when logged out), and every link sent so far: those went to the former address. Refuses `lien_expire`,
 * `email_indisponible`.
 */
export async function confirmerChangement(
  { jeton, sessionId }: { jeton: string; sessionId: string | null },
  at: Date,
): Promise<Resultat<null>> {
  try {
    return await transaction(async (tx) => {
      const pris = await consommerJeton(tx, 'courriel', jeton, at);
      const contenu = contenuChangement.safeParse(pris?.contenu);
      if (!pris?.compteId || !contenu.success) return refuse('lien_expire');
      const { compteId } = pris;
      const { ancienne, nouvelle, sessionId: demandeuse } = contenu.data;
      if ((await verrouiller(tx, compteId)) !== ancienne) return refuse('lien_expire');
      if (!(await estLibre(tx, nouvelle, compteId, true))) return refuse('email_indisponible');
      await donnerRetour(tx, { compteId, ancienne, nouvelle }, at);
      await tx.compte.update({ where: { id: compteId }, data: { email: nouvelle, emailConfirmeLe: at }, select: { id: true } });
      const gardees = sessionId === null ? [demandeuse] : [demandeuse, sessionId];
      await tx.session.updateMany({ where: { compteId, revoqueeLe: null, id: { notIn: gardees } }, data: { revoqueeLe: at } });
      await tx.jeton.deleteMany({ where: { compteId, utiliseLe: null, sorte: { not: 'courriel_retour' } } });
      return ok(null);
    });
  } catch (erreur) {
    // somebody confirmed the same address for another compte at this very instant
    if (isUniqueViolation(erreur)) return refuse('email_indisponible');
    throw erreur;
  }
}

/** Null takes the telephone away. */
export async function changerTelephone(compteId: string, telephone: string | null): Promise<void> {
  await db().compte.update({ where: { id: compteId }, data: { telephone }, select: { id: true } });
}

export async function changerLangue(compteId: string, langue: string): Promise<void> {
  await db().compte.update({ where: { id: compteId }, data: { langue }, select: { id: true } });
}
