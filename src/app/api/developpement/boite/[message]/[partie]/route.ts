// Parts of a captured mail. Under /api so that its HTML, shown in a sandboxed frame, gets the policy of byte routes (no script).
import { partieDuMessage } from '#features/notifications/courriels/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routePublique } from '#guard/route.ts';

export const GET = routePublique('boite_developpement', async ({ params }) => {
  const partie = await partieDuMessage(params.message ?? '', params.partie ?? '');
  if (!partie) return rienIci();
  const { contenu, type, nom } = partie;
  return reponseOctets(contenu, {
    type,
    nom,
    taille: contenu.length,
    affichage: params.partie === 'html' ? 'dans_la_page' : 'a_enregistrer',
  });
});
