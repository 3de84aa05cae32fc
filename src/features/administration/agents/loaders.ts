import 'server-only';
import { rolesAttribuables, rolesAyant } from '#domain/access/roles.ts';
import { loaderAdministration } from '#guard/loader.ts';
import type { Parametres } from '../schema.ts';
import { agentGere, listerAgents, prefecturesDuRessort } from './queries.ts';
import { lireDemandeAgents } from './schema.ts';

export const chargerAgents = loaderAdministration(rolesAyant('gerer_agents'), async ({ portee }, parametres: Parametres) => {
  const demande = lireDemandeAgents(parametres);
  const [{ lignes, total }, prefectures] = await Promise.all([listerAgents(portee, demande), prefecturesDuRessort(portee)]);
  return { demande, lignes, total, prefectures };
});

export const chargerAgent = loaderAdministration(rolesAyant('gerer_agents'), async ({ agent, portee }, id: string) => {
  const [gere, prefectures] = await Promise.all([agentGere(portee, id), prefecturesDuRessort(portee)]);
  return gere && { agent: gere, prefectures, attribuables: rolesAttribuables(agent.roles), estSoi: gere.id === agent.agentId };
});

export const chargerInvitation = loaderAdministration(rolesAyant('gerer_agents'), async ({ agent, portee }) => ({
  prefectures: await prefecturesDuRessort(portee),
  attribuables: rolesAttribuables(agent.roles),
}));
