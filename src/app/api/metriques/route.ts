import { timingSafeEqual } from 'node:crypto';
import { mesuresPartagees } from '#features/exploitation/queries.ts';
import { rienIci, routePublique } from '#guard/route.ts';
import { env } from '#platform/env.ts';
import { renderMetrics } from '#platform/metrics.ts';

function estAttendu(recu: string | null): boolean {
  const { METRIQUES_JETON } = env();
  if (!METRIQUES_JETON || recu === null) return false;
  const [a, b] = [Buffer.from(recu), Buffer.from(`Bearer ${METRIQUES_JETON}`)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Measures for Prometheus, with `Authorization: Bearer METRIQUES_JETON`. Without it there is nothing here. */
export const GET = routePublique('metriques', async ({ requete, at }) => {
  if (!estAttendu(requete.headers.get('authorization'))) return rienIci();
  const { type, text } = await renderMetrics(await mesuresPartagees(at));
  return new Response(text, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } });
});
