// Return from FranceConnect. A GET that changes something, as the standard wants: it needs the secret of the browser that left, once.
import { accueillir } from '#features/compte/franceconnect/commands.ts';
import { MINUTES_ATTENTE } from '#features/compte/franceconnect/schema.ts';
import { jetonDeSortie, revenir } from '#features/compte/openid/commands.ts';
import { entrer } from '#guard/entree.ts';
import { allerVers, routePublique } from '#guard/route.ts';
import { sessionUsager } from '#guard/session.ts';
import { lireTemoin, poserTemoin, retirerTemoin } from '#guard/temoin.ts';

export const GET = routePublique('franceconnect_retour', async ({ requete, at }) => {
  const secret = await lireTemoin('openid-usager');
  await retirerTemoin('openid-usager');
  const reponse = await revenir('franceconnect', { secret, recherche: new URL(requete.url).search }, at);
  if (!reponse.ok) return allerVers(`/connexion/franceconnect?echec=${reponse.raison}`);
  const session = await sessionUsager();
  const arrivee = await accueillir(reponse, session?.niveau === 'complete' ? session.usager.compteId : null, at);
  if (arrivee.sorte === 'attente') {
    await poserTemoin('franceconnect', arrivee.secret, MINUTES_ATTENTE);
    return allerVers('/connexion/franceconnect');
  }
  const jetonExterne = jetonDeSortie('franceconnect', reponse.idToken);
  return allerVers((await entrer(arrivee.compteId, 'franceconnect', at, { retour: reponse.retour, jetonExterne })).vers);
});
