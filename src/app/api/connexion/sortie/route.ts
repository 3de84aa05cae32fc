// Log-out at the provider, after the portal's own: the way out (`?depart=1`), and where the provider sends back to.
import { accueilApresSortie, oublierSortie, sortir } from '#features/compte/openid/commands.ts';
import { allerVers, routePublique } from '#guard/route.ts';
import { lireTemoin, retirerTemoin } from '#guard/temoin.ts';

export const GET = routePublique('sortie', async ({ requete, at }) => {
  const recherche = new URL(requete.url).searchParams;
  const secret = await lireTemoin('sortie');
  if (recherche.has('depart')) {
    // a page that goes on by itself may ask twice: the secret is good until the return, and leads to nothing but a log-out
    const adresse = secret ? await sortir(secret, at) : null;
    return allerVers(adresse?.href ?? '/');
  }
  await retirerTemoin('sortie');
  if (secret) await oublierSortie(secret, at);
  return allerVers(accueilApresSortie(recherche.get('state')));
});
