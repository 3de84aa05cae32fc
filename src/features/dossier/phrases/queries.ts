// The sentences that an agent may take up: theirs, and those of their préfecture. One query.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { USAGES_PHRASE, type UsagePhrase } from '#domain/dossier/phrases.ts';
import { driver } from '#platform/db.ts';

export type PhraseLue = { id: string; usage: UsagePhrase; texte: string; agentId: string | null };

/** More than this is no longer a choice. */
const AU_PLUS = 200;

/** Those of the agent first, then by text. `usages` absent: all. */
export async function phrasesDe(
  { prefecture, agentId }: PorteeAgent,
  usages: readonly UsagePhrase[] = USAGES_PHRASE,
): Promise<PhraseLue[]> {
  const lues = await driver().$queryRaw<{ id: string; usage: string; texte: string; agentId: string | null }[]>`
    SELECT p.id, p.usage, p.texte, p.agent_id AS "agentId" FROM phrase p
    WHERE p.prefecture_code = ${prefecture} AND p.usage = ANY(${[...usages]}::text[]) AND (p.agent_id IS NULL OR p.agent_id = ${agentId}::uuid)
    ORDER BY p.agent_id NULLS LAST, p.texte LIMIT ${AU_PLUS}`;
  return lues.flatMap(({ usage: lu, ...phrase }) => {
    const usage = USAGES_PHRASE.find((u) => u === lu);
    return usage ? [{ ...phrase, usage }] : [];
  });
}
