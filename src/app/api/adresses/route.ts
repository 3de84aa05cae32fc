import { suggererAdresses } from '#features/communes/queries.ts';
import { routeUsager } from '#guard/route.ts';

/** Suggestions of addresses while a usager types (S-099). */
export const GET = routeUsager('adresses', async ({ requete }) => {
  const q = new URL(requete.url).searchParams.get('q')?.slice(0, 200) ?? '';
  return Response.json({ suggestions: await suggererAdresses(q) });
});
