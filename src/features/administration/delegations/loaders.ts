import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { delegataires, delegations } from './queries.ts';

export const chargerDelegations = loaderAdministration(rolesAyant('gerer_delegations'), async ({ agent, portee, at }) => {
  const [lues, possibles] = await Promise.all([delegations(portee, at), delegataires(portee)]);
  return { delegations: lues, delegataires: possibles.filter((d) => d.valeur !== agent.agentId) };
});
