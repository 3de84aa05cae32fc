// The sentences that an agent may take up: theirs, and those of their préfecture. One query.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { USAGES_PHRASE, type UsagePhrase } from '#domain/dossier/phrases.ts';
import { db } from '#platform/db.ts';

export type PhraseLue = { id: string; usage: UsagePhrase; texte: string; agentId: string | null };

/** More than this is no longer a choice. */
const AU_PLUS = 200;

/** Those of the agent first, then by text. `usages` absent: all. */
export async function phrasesDe(
  { prefecture, agentId }: PorteeAgent,
  usages: readonly UsagePhrase[] = USAGES_PHRASE,
): Promise<PhraseLue[]> {
  const lues = await db().phrase.findMany({
    where: { prefectureCode: prefecture, usage: { in: [...usages] }, OR: [{ agentId: null }, { agentId }] },
    orderBy: [{ agentId: { sort: 'asc', nulls: 'last' } }, { texte: 'asc' }],
    take: AU_PLUS,
    select: { id: true, usage: true, texte: true, agentId: true },
  });
  return lues.flatMap(({ usage: lu, ...phrase }) => {
    const usage = USAGES_PHRASE.find((u) => u === lu);
    return usage ? [{ ...phrase, usage }] : [];
  });
}
