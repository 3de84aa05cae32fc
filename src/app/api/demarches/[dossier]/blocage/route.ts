// Tries that the service did not answer, told by the page once it answers again. 204, whatever was kept of them.
import { signalerEchecs } from '#features/blocages/commands.ts';
import { schemaEchecs } from '#features/blocages/schema.ts';
import { rienIci, routeUsager } from '#guard/route.ts';

const TAILLE_MAX = 2_000;

export const POST = routeUsager('blocage', async ({ requete, params, portee, at }) => {
  const texte = await requete.text();
  const lecture = schemaEchecs.safeParse(texte.length > TAILLE_MAX ? null : enJson(texte));
  const gardee = await signalerEchecs({ portee, at }, params.dossier ?? '', lecture.success ? lecture.data : null);
  if (!gardee.ok) return rienIci();
  return lecture.success ? new Response(null, { status: 204 }) : Response.json({ message: 'Signalement illisible' }, { status: 400 });
});

function enJson(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    return null;
  }
}
