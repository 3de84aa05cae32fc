// Secrets given once: links sent by mail, states and challenges of protocols. Only a fingerprint is kept; reading one uses nothing up,
// because mail scanners follow links: a button of the page does.
import 'server-only';
import { randomBytes } from 'node:crypto';
import { db, type Prisma, type Tx } from '#platform/db.ts';
import { fingerprint } from '#platform/secret.ts';

export type SorteJeton = string;
export type Jeton = { compteId: string | null; agentId: string | null; contenu: Prisma.JsonValue };

const SELECTION = { compteId: true, agentId: true, contenu: true } as const;

/** A secret as it is kept. The sorte is part of it: a link for one thing never opens another. */
export const empreinteDuJeton = (sorte: SorteJeton, secret: string) => fingerprint('jetons', `${sorte}:${secret}`);

type Demande = { sorte: SorteJeton; minutes: number; compteId?: string; agentId?: string; contenu?: Prisma.InputJsonValue };

/** Writes a secret of 256 bits in the caller's transaction and gives it: it leaves by mail and is not kept. */
export async function creerJeton(tx: Pick<Tx, 'jeton'>, { sorte, minutes, ...reste }: Demande, at: Date): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const expireLe = new Date(at.getTime() + minutes * 60_000);
  await tx.jeton.create({ data: { empreinte: empreinteDuJeton(sorte, secret), sorte, expireLe, ...reste } });
  return secret;
}

const valable = (sorte: SorteJeton, secret: string, at: Date) => ({
  empreinte: empreinteDuJeton(sorte, secret),
  sorte,
  utiliseLe: null,
  expireLe: { gt: at },
});

/** What a secret still good stands for; null: unknown, used or expired. Uses nothing up. */
export function lireJeton(sorte: SorteJeton, secret: string, at: Date): Promise<Jeton | null> {
  return db().jeton.findFirst({ where: valable(sorte, secret, at), select: SELECTION });
}

/** Uses a secret up: of two presses at the same instant, one gets it. Null: unknown, used or expired. */
export async function consommerJeton(tx: Pick<Tx, 'jeton'>, sorte: SorteJeton, secret: string, at: Date): Promise<Jeton | null> {
  const { count } = await tx.jeton.updateMany({ where: valable(sorte, secret, at), data: { utiliseLe: at } });
  return count === 0 ? null : tx.jeton.findUnique({ where: { empreinte: empreinteDuJeton(sorte, secret) }, select: SELECTION });
}
