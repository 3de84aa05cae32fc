import 'server-only';
import { aLePouvoir, rolesAyant } from '#domain/access/roles.ts';
import { loaderAgent } from '#guard/loader.ts';
import { absences, equipe } from './queries.ts';

/** One's own absences; the whole team for the chef. */
export const chargerAbsences = loaderAgent(rolesAyant('lire_dossiers'), async ({ agent, portee, at }) => {
  const pourTous = aLePouvoir(agent.roles, 'gerer_absences');
  const [lues, collegues] = await Promise.all([absences(portee, pourTous ? null : agent.agentId, at), equipe(portee)]);
  return { absences: lues, equipe: collegues, pourTous, agentId: agent.agentId };
});
