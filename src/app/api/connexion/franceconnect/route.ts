// Departure for FranceConnect. A link, not a form: form-action stays closed to every other site.
import { cheminLocal } from '#features/compte/connexion/schema.ts';
import { MINUTES_DEMANDE, partir } from '#features/compte/openid/commands.ts';
import { allerVers, routePublique } from '#guard/route.ts';
import { poserTemoin } from '#guard/temoin.ts';
import { adresseReseau, freiner } from '#guard/throttle.ts';

const PAR_RESEAU = { nom: 'franceconnect-depart', max: 100, minutes: 15 };

export const GET = routePublique('franceconnect', async ({ requete, at }) => {
  if (await freiner([[PAR_RESEAU, await adresseReseau()]], at)) return allerVers('/connexion/franceconnect?echec=trop');
  const retour = cheminLocal(new URL(requete.url).searchParams.get('retour') ?? undefined);
  const depart = await partir('franceconnect', retour, at);
  if (!depart) return allerVers('/connexion/franceconnect?echec=panne');
  await poserTemoin('openid-usager', depart.secret, MINUTES_DEMANDE);
  return allerVers(depart.adresse.href);
});
