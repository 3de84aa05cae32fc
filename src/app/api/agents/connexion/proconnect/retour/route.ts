// Return from ProConnect: an agent of this portal comes in, nobody else. The second factor is asked here unless the provider proved one.
import { jetonDeSortie, revenir } from '#features/compte/openid/commands.ts';
import { accueillirAgent } from '#features/compte/proconnect/commands.ts';
import { entrerAgent } from '#guard/entree.ts';
import { allerVers, routePublique } from '#guard/route.ts';
import { lireTemoin, retirerTemoin } from '#guard/temoin.ts';

export const GET = routePublique('proconnect_retour', async ({ requete, at }) => {
  const secret = await lireTemoin('openid-agent');
  await retirerTemoin('openid-agent');
  const reponse = await revenir('proconnect', { secret, recherche: new URL(requete.url).search }, at);
  if (!reponse.ok) return allerVers(`/agents/connexion/proconnect?echec=${reponse.raison}`);
  const arrivee = await accueillirAgent(reponse, at);
  if (!arrivee) return allerVers('/agents/connexion/proconnect?echec=inconnu');
  const jetonExterne = jetonDeSortie('proconnect', reponse.idToken);
  const { agentId, estForte } = arrivee;
  const suite = await entrerAgent(agentId, 'proconnect', at, { retour: reponse.retour, jetonExterne, estForte });
  return allerVers(suite?.vers ?? '/agents/connexion/proconnect?echec=sans_facteur');
});
