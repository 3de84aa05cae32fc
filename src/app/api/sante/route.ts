import { verifierSante } from '#features/exploitation/queries.ts';
import { routePublique } from '#guard/route.ts';

/** For machines: 200 when everything answers, 503 otherwise, ok or ko for each part and no detail. */
export const GET = routePublique('sante', async ({ at }) => {
  const sante = await verifierSante(at);
  return Response.json(sante, { status: sante.etat === 'ok' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
});
