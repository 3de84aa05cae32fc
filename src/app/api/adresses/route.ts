import { suggererAdresses } from '#features/communes/queries.ts';
import { routeConnectee } from '#guard/route.ts';

/** Suggestions of addresses while somebody types an address, online or at the desk (S-099). */
export const GET = routeConnectee('adresses', async ({ requete }) => {
  const q = new URL(requete.url).searchParams.get('q')?.slice(0, 200) ?? '';
  return Response.json({ suggestions: await suggererAdresses(q) });
});
