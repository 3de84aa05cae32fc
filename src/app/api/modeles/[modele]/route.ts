// A form to download, sign and give back.
import { rendreModele } from '#features/pieces/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routePublique } from '#guard/route.ts';

export const GET = routePublique('modele', async ({ params }) => {
  const rendu = await rendreModele(params.modele ?? '');
  return rendu ? reponseOctets(rendu.contenu, rendu.octets) : rienIci();
});
