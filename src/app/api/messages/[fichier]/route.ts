// A file of a message, read by the person, or by who may see their dossier.
import { ouvrirJointe } from '#features/dossier/messages/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeUsager } from '#guard/route.ts';

export const GET = routeUsager('jointe', async ({ params, usager, portee }) => {
  const ouverte = await ouvrirJointe(portee, { auteurSorte: 'usager', auteurId: usager.compteId }, params.fichier ?? '');
  return ouverte ? reponseOctets(ouverte.contenu, ouverte.octets) : rienIci();
});
