import 'server-only';
import type { PorteeAcces } from '#domain/access/scope.ts';
import type { Moyens } from '#guard/formulaire.ts';
import { db } from '#platform/db.ts';

/** Whose rows they are, without the right to read them. */
export type Titulaire = Pick<PorteeAcces, 'porte' | 'id'>;

/** The column of a usager, or the one of an agent. */
export const titulaire = ({ porte, id }: Titulaire) => (porte === 'usager' ? { compteId: id } : { agentId: id });

/** Proven once at least: one that is being made proves nothing yet. */
export const confirmes = (portee: PorteeAcces) => ({ ...titulaire(portee), confirmeLe: { not: null } });

export type FacteurLu = { id: string; sorte: 'totp' | 'passkey'; nom: string; creeLe: Date; utiliseLe: Date | null };

/** The second factors of a person, oldest first. */
export async function facteursDe(portee: PorteeAcces): Promise<FacteurLu[]> {
  const lus = await db().facteur.findMany({
    where: confirmes(portee),
    orderBy: { creeLe: 'asc' },
    select: { id: true, sorte: true, nom: true, creeLe: true, utiliseLe: true },
  });
  return lus.map((f) => ({ ...f, sorte: f.sorte === 'passkey' ? 'passkey' : 'totp' }));
}

/** How many recovery codes are left. */
export function codesRestants(portee: PorteeAcces): Promise<number> {
  return db().codeSecours.count({ where: { ...titulaire(portee), utiliseLe: null } });
}

/**
 * What a person may prove themselves with. The password serves only to a usager without a second factor, before the first one is
 * added: whoever holds a stolen session does not know it.
 */
export async function moyensDe(portee: PorteeAcces): Promise<Moyens> {
  const [facteurs, codes] = await Promise.all([facteursDe(portee), codesRestants(portee)]);
  if (facteurs.length > 0) {
    return {
      code: facteurs.some((f) => f.sorte === 'totp'),
      cle: facteurs.some((f) => f.sorte === 'passkey'),
      secours: codes > 0,
      motDePasse: false,
    };
  }
  const compte =
    portee.porte === 'usager' ? await db().compte.findUnique({ where: { id: portee.id }, select: { motDePasse: true } }) : null;
  return { code: false, cle: false, secours: false, motDePasse: Boolean(compte?.motDePasse) };
}

/** What this person types to log in: the name under which an application or a browser keeps the factor. */
export async function identifiantDe({ porte, id }: PorteeAcces): Promise<string> {
  if (porte === 'agent') return (await db().agent.findUniqueOrThrow({ where: { id }, select: { email: true } })).email;
  const { email, numeroEtranger } = await db().compte.findUniqueOrThrow({ where: { id }, select: { email: true, numeroEtranger: true } });
  return numeroEtranger ?? email;
}
