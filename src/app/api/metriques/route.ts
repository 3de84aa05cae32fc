import { mesuresPartagees, porteLeJeton } from '#features/exploitation/queries.ts';
import { rienIci, routePublique } from '#guard/route.ts';
import { renderMetrics } from '#platform/metrics.ts';

/** Measures for Prometheus, with `Authorization: Bearer METRIQUES_JETON`. Without it there is nothing here. */
export const GET = routePublique('metriques', async ({ requete, at }) => {
  if (!porteLeJeton(requete.headers.get('authorization'))) return rienIci();
  const { type, text } = await renderMetrics(await mesuresPartagees(at));
  return new Response(text, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } });
});
