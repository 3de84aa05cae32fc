// A screenshot read again by who gave it: in their compte, or during a visit. Anybody else: nothing is there.
import { ouvrirCapture } from '#features/assistance/captures/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routePublique } from '#guard/route.ts';
import { sessionUsager } from '#guard/session.ts';
import { visiteEnCours } from '#guard/visite.ts';

export const GET = routePublique('capture', async ({ params, at }) => {
  const session = await sessionUsager();
  const visite = await visiteEnCours(at);
  const sienne = session?.niveau === 'complete' ? [{ compteId: session.usager.compteId }] : [];
  const OR = [...sienne, ...(visite ? [{ id: visite }] : [])];
  const ouverte = OR.length === 0 ? null : await ouvrirCapture({ OR }, params.capture ?? '');
  return ouverte ? reponseOctets(ouverte.contenu, ouverte.octets) : rienIci();
});
