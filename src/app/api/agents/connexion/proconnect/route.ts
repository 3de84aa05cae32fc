// Departure for ProConnect, the provider of the State for agents.
import { cheminLocal } from '#features/compte/connexion/schema.ts';
import { MINUTES_DEMANDE, partir } from '#features/compte/openid/commands.ts';
import { allerVers, routePublique } from '#guard/route.ts';
import { poserTemoin } from '#guard/temoin.ts';
import { adresseReseau, freiner } from '#guard/throttle.ts';

const PAR_RESEAU = { nom: 'proconnect-depart', max: 100, minutes: 15 };

export const GET = routePublique('proconnect', async ({ requete, at }) => {
  if (await freiner([[PAR_RESEAU, await adresseReseau()]], at)) return allerVers('/agents/connexion/proconnect?echec=trop');
  const retour = cheminLocal(new URL(requete.url).searchParams.get('retour') ?? undefined);
  const depart = await partir('proconnect', retour, at);
  if (!depart) return allerVers('/agents/connexion/proconnect?echec=panne');
  await poserTemoin('openid-agent', depart.secret, MINUTES_DEMANDE);
  return allerVers(depart.adresse.href);
});
