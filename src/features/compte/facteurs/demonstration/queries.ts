import 'server-only';
// The telephones of the demonstration agents: their codes are public by design, and shown only where the development mailbox is open.
import { db } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { codeOfStep, stepAt } from '#platform/one-time-code.ts';
import { ouvrirSecret } from '../totp/commands.ts';

/** Name of the factor that the demonstration seed gives to its agents, and to nobody else. */
export const FACTEUR_DEMONSTRATION = 'Téléphone de démonstration';

export type CodeDemonstration = {
  email: string;
  nom: string;
  /** a code that will be taken; null: the last ones have all served, wait for the next step */
  code: string | null;
  /** seconds until the next step */
  secondes: number;
};

/** One usable code by agent; null outside of development. */
export async function codesDeDemonstration(at: Date): Promise<CodeDemonstration[] | null> {
  if (!env().BOITE_DEVELOPPEMENT) return null;
  const facteurs = await db().facteur.findMany({
    where: { sorte: 'totp', nom: FACTEUR_DEMONSTRATION, agentId: { not: null }, confirmeLe: { not: null } },
    select: { secret: true, dernierPas: true, agent: { select: { email: true, nom: true, prenom: true } } },
    orderBy: { agent: { email: 'asc' } },
  });
  const present = stepAt(at);
  const secondes = (present + 1) * 30 - Math.floor(at.getTime() / 1000);
  return facteurs.flatMap(({ secret, dernierPas, agent }) => {
    if (!secret || !agent) return [];
    // each step serves once: when this one has, the next one is already taken by the portal
    const pas = [present, present + 1].find((p) => dernierPas === null || BigInt(p) > dernierPas);
    const code = pas === undefined ? null : codeOfStep(ouvrirSecret(secret), pas);
    return [{ email: agent.email, nom: `${agent.prenom} ${agent.nom}`, code, secondes }];
  });
}
