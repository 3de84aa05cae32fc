// The door of the administration: its own page, its own cookie.
import 'server-only';
import { verify, verifyNothing } from '#adapters/password-hash/password-hash.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { db } from '#platform/db.ts';

/** Same cost and same refusal for an unknown address, a wrong password and an agent who has left. */
export async function verifierAgent({ email, motDePasse }: { email: string; motDePasse: string }): Promise<Resultat<{ agentId: string }>> {
  const agent = await db().agent.findUnique({
    where: { email },
    select: { id: true, motDePasse: true, actif: true },
  });
  const estJuste = agent?.motDePasse ? await verify(agent.motDePasse, motDePasse) : await verifyNothing(motDePasse);
  if (!agent?.actif || !estJuste) return refuse('identifiants_inconnus');
  return ok({ agentId: agent.id });
}
