// An agent who comes by ProConnect: known by their identity, or the first time by the professional address of their invitation.
import 'server-only';
import type { Affirmations } from '#adapters/openid/openid.ts';
import { emailNormalise } from '#domain/compte/identifiant.ts';
import { estDoubleFacteur, suiteAgent } from '#domain/compte/identite-agent.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { type Tx, transaction } from '#platform/db.ts';

const FOURNISSEUR = 'proconnect';

type Dit = { affirmations: Affirmations; acr: string; amr: readonly string[] };
export type ArriveeAgent = { agentId: string; estForte: boolean };

/** Null: not an agent of this portal, or not any more. `estForte`: the provider says itself that two factors were proven. */
export function accueillirAgent({ affirmations, acr, amr }: Dit, at: Date): Promise<ArriveeAgent | null> {
  const { sub } = affirmations;
  const estForte = estDoubleFacteur({ acr, amr });
  return transaction(async (tx) => {
    const suite = suiteAgent({
      lie: await agentLie(tx, sub),
      parAdresse: await agentDeLAdresse(tx, affirmations.email),
      adresseContestee: affirmations.email_verified === false,
    });
    if (suite.sorte === 'refuser') return null;
    const { agentId } = suite;
    if (suite.sorte === 'entrer') return { agentId, estForte };
    const { count } = await tx.identiteExterne.createMany({
      data: [{ fournisseur: FOURNISSEUR, sub, agentId, lieeLe: at }],
      skipDuplicates: true,
    });
    if (count === 0) return null;
    const { email } = await tx.agent.findUniqueOrThrow({ where: { id: agentId }, select: { email: true } });
    await demanderCourriel(tx, {
      cle: `identite_liee:${agentId}:${at.toISOString()}`,
      sorte: 'identite_liee',
      destinataire: email,
      variables: { le: at.toISOString(), fournisseur: 'ProConnect' },
    });
    return { agentId, estForte };
  });
}

async function agentLie(tx: Tx, sub: string) {
  const lien = await tx.identiteExterne.findUnique({
    where: { fournisseur_sub: { fournisseur: FOURNISSEUR, sub } },
    select: { agent: { select: { id: true, actif: true } } },
  });
  return lien?.agent ? { agentId: lien.agent.id, actif: lien.agent.actif } : null;
}

async function agentDeLAdresse(tx: Tx, email: string | undefined) {
  if (!email) return null;
  // the row is held: two first log-ins at the same instant link one identity
  const [agent] = await tx.$queryRaw<
    { id: string; actif: boolean }[]
  >`SELECT id, actif FROM agent WHERE email = ${emailNormalise(email)} FOR UPDATE`;
  if (!agent) return null;
  const autres = await tx.identiteExterne.count({ where: { agentId: agent.id, fournisseur: FOURNISSEUR } });
  return { agentId: agent.id, actif: agent.actif, aUneAutreIdentite: autres > 0 };
}
