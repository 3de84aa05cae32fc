// Log-out at the provider, after the portal's own: the way out (`?depart=1`), and where the provider sends back to.
import { accueilApresSortie, sortir } from '#features/compte/openid/commands.ts';
import { allerVers, routePublique } from '#guard/route.ts';
import { lireTemoin, retirerTemoin } from '#guard/temoin.ts';

export const GET = routePublique('sortie', async ({ requete, at }) => {
  const recherche = new URL(requete.url).searchParams;
  if (!recherche.has('depart')) return allerVers(accueilApresSortie(recherche.get('state')));
  const secret = await lireTemoin('sortie');
  await retirerTemoin('sortie');
  const adresse = secret ? await sortir(secret, at) : null;
  return allerVers(adresse?.href ?? '/');
});
