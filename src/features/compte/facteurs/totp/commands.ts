// The authenticator application (RFC 6238). Its secret is sealed; each code is good once.
import 'server-only';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { db, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { newSecret, stepOfCode } from '#platform/one-time-code.ts';
import { decrypt, encrypt } from '#platform/secret.ts';
import { ecrire } from '../courrier/commands.ts';
import { confirmes, titulaire } from '../queries.ts';

/** Minutes to read the QR code and type the first code. */
const MINUTES_ESSAI = 30;

export const ouvrirSecret = (secret: Uint8Array) => decrypt('facteurs', secret).toString();
export const scellerSecret = (secret: string) => Uint8Array.from(encrypt('facteurs', secret));

const enEssai = (portee: PorteeAcces, at: Date) => ({
  ...titulaire(portee),
  sorte: 'totp',
  confirmeLe: null,
  creeLe: { gt: new Date(at.getTime() - MINUTES_ESSAI * 60_000) },
});

/** Draws a secret, which proves nothing until a code of it has been typed. A former try is forgotten. */
export async function commencerApplication(portee: PorteeAcces, at: Date): Promise<void> {
  await transaction(async (tx) => {
    await tx.facteur.deleteMany({ where: { ...titulaire(portee), sorte: 'totp', confirmeLe: null } });
    await tx.facteur.create({
      data: { id: newId(), ...titulaire(portee), sorte: 'totp', nom: 'Application', secret: scellerSecret(newSecret()), creeLe: at },
    });
  });
}

/** The secret being tried, in base 32; null: none, or too old. */
export async function secretEnEssai(portee: PorteeAcces, at: Date): Promise<string | null> {
  const essai = await db().facteur.findFirst({ where: enEssai(portee, at), select: { secret: true } });
  return essai?.secret ? ouvrirSecret(essai.secret) : null;
}

/** The first code proves that the application holds the secret. Refuses `code_refuse`. */
export async function confirmerApplication(portee: PorteeAcces, saisie: { code: string; nom: string }, at: Date): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const essai = await tx.facteur.findFirst({ where: enEssai(portee, at), select: { id: true, secret: true } });
    const pas = essai?.secret ? stepOfCode(ouvrirSecret(essai.secret), saisie.code, at) : null;
    if (!essai || pas === null) return refuse('code_refuse');
    const { count } = await tx.facteur.updateMany({
      where: { id: essai.id, confirmeLe: null },
      data: { confirmeLe: at, utiliseLe: at, dernierPas: pas, nom: saisie.nom },
    });
    if (count === 0) return refuse('code_refuse');
    await ecrire(tx, portee, { quoi: 'facteur_ajoute', nom: saisie.nom }, at);
    return ok(null);
  });
}

/** A code of one of the person's applications, later than the last one taken. Of two equal codes at the same instant, one is taken. */
export async function prouverCode(portee: PorteeAcces, code: string, at: Date): Promise<Resultat<null>> {
  const applications = await db().facteur.findMany({ where: { ...confirmes(portee), sorte: 'totp' }, select: { id: true, secret: true } });
  for (const { id, secret } of applications) {
    const pas = secret ? stepOfCode(ouvrirSecret(secret), code, at) : null;
    if (pas === null) continue;
    const { count } = await db().facteur.updateMany({
      where: { id, OR: [{ dernierPas: null }, { dernierPas: { lt: pas } }] },
      data: { dernierPas: pas, utiliseLe: at },
    });
    if (count === 1) return ok(null);
  }
  return refuse('code_refuse');
}
