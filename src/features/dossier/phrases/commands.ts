// Keeping, changing and removing a sentence. No dossier is touched.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { peutTenir, type UsagePhrase } from '#domain/dossier/phrases.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { db } from '#platform/db.ts';
import { isId, newId } from '#platform/ids.ts';

export type Portage = 'moi' | 'prefecture';
export type PhraseEcrite = { usage: UsagePhrase; texte: string };

/** The same sentence kept twice is kept once. Refusal: `non_autorise` for the préfecture's, when one is no chef. */
export async function garderPhrase(
  { prefecture: prefectureCode }: PorteeAgent,
  agent: Agent,
  { usage, texte }: PhraseEcrite,
  pour: Portage,
  at: Date,
): Promise<Resultat<{ id: string }>> {
  const agentId = pour === 'moi' ? agent.agentId : null;
  if (!peutTenir(agent, { agentId })) return refuse('non_autorise');
  const gardee = await db().phrase.findFirst({ where: { prefectureCode, agentId, usage, texte }, select: { id: true } });
  if (gardee) return ok(gardee);
  return ok(await db().phrase.create({ data: { id: newId(), prefectureCode, agentId, usage, texte, creeLe: at }, select: { id: true } }));
}

/** Refusals: `introuvable` when it is nobody's of this préfecture or another agent's, `non_autorise` when only a chef may. */
async function tenue({ prefecture }: PorteeAgent, agent: Agent, id: string): Promise<Resultat<{ id: string }>> {
  if (!isId(id)) return refuse('introuvable');
  const phrase = await db().phrase.findFirst({
    where: { id, prefectureCode: prefecture, OR: [{ agentId: null }, { agentId: agent.agentId }] },
    select: { agentId: true },
  });
  if (!phrase) return refuse('introuvable');
  return peutTenir(agent, phrase) ? ok({ id }) : refuse('non_autorise');
}

export async function modifierPhrase(portee: PorteeAgent, agent: Agent, id: string, phrase: PhraseEcrite): Promise<Resultat<null>> {
  const sienne = await tenue(portee, agent, id);
  if (!sienne.ok) return sienne;
  await db().phrase.updateMany({ where: { id }, data: phrase });
  return ok(null);
}

export async function retirerPhrase(portee: PorteeAgent, agent: Agent, id: string): Promise<Resultat<null>> {
  const sienne = await tenue(portee, agent, id);
  if (!sienne.ok) return sienne;
  await db().phrase.deleteMany({ where: { id } });
  return ok(null);
}
