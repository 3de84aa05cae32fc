// A screenshot of a ticket that the agent may read.
import { rolesAyant } from '#domain/access/roles.ts';
import { ouvrirCapture } from '#features/assistance/captures/queries.ts';
import { ticketsVisibles } from '#features/assistance/traitement/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeAdministration } from '#guard/route.ts';

export const GET = routeAdministration('capture_agent', rolesAyant('tickets'), async ({ params, portee }) => {
  const ouverte = await ouvrirCapture(ticketsVisibles(portee), params.capture ?? '');
  return ouverte ? reponseOctets(ouverte.contenu, ouverte.octets) : rienIci();
});
