// How an agent likes their queue. Theirs alone: nobody else reads it.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { ok, type Resultat } from '#domain/result.ts';
import { driver } from '#platform/db.ts';
import type { Preference } from './schema.ts';

/** What the row holds besides stays. */
export async function garderPreference({ agentId }: PorteeAgent, preference: Preference): Promise<Resultat<null>> {
  await driver().$queryRaw`
    INSERT INTO preference (agent_id, contenu) VALUES (${agentId}::uuid, ${JSON.stringify(preference)}::jsonb)
    ON CONFLICT (agent_id) DO UPDATE SET contenu = preference.contenu || excluded.contenu`;
  return ok(null);
}
