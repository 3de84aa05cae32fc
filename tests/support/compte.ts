// Comptes of fictional people, and the secrets of the mails that wait for them.
import { hash } from '#adapters/password-hash/password-hash.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { decrypt } from '#platform/secret.ts';

export const MOT_DE_PASSE = 'Soleil#Vert42';
let empreinte: Promise<string> | undefined;

/** A confirmed compte whose password is MOT_DE_PASSE, unless said otherwise. */
export async function compteConfirme(champs: { email: string; numeroEtranger?: string; emailAccepteJusqu?: Date }): Promise<string> {
  empreinte ??= hash(MOT_DE_PASSE);
  const { id } = await db().compte.create({ data: { id: newId(), motDePasse: await empreinte, emailConfirmeLe: new Date(), ...champs } });
  return id;
}

/** Kinds of the mails written for an address, oldest first. */
export async function courrielsDe(destinataire: string): Promise<string[]> {
  const lignes = await db().courriel.findMany({ where: { destinataire }, orderBy: { creeLe: 'asc' }, select: { sorte: true } });
  return lignes.map((l) => l.sorte);
}

/** The secret of the last mail of this kind: a provisional password, or a token. */
export async function secretDuCourriel(destinataire: string, sorte: string): Promise<string> {
  const { secret } = await db().courriel.findFirstOrThrow({
    where: { destinataire, sorte },
    orderBy: { id: 'desc' },
    select: { secret: true },
  });
  if (!secret) throw new Error(`${sorte}: no secret`);
  return decrypt('courriels', secret).toString();
}
