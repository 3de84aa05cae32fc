import { garderSaisie, versionDeSaisie } from '#features/dossier/depot/commands.ts';
import { schemaSaisie } from '#features/dossier/depot/schema.ts';
import { rienIci, routeDemarche } from '#guard/route.ts';

const TAILLE_MAX = 200_000;

/** Keeps what is typed (called by the page every second or so). 409: another tab or device saved meanwhile. */
export const POST = routeDemarche('saisie', async ({ requete, params, portee, at }) => {
  const texte = await requete.text();
  const lecture = schemaSaisie.safeParse(texte.length > TAILLE_MAX ? null : enJson(texte));
  const { dossier = '', etape = '' } = params;
  if (!lecture.success || !/^[a-z_]{1,40}$/.test(etape)) return Response.json({ message: 'Saisie illisible' }, { status: 400 });
  const gardee = await garderSaisie({ portee, at }, dossier, etape, lecture.data.valeurs, lecture.data.version);
  if (gardee.ok) return Response.json({ version: gardee.valeur });
  if (gardee.refus !== 'saisie_en_conflit') return rienIci();
  return Response.json({ version: await versionDeSaisie(portee, dossier, etape) }, { status: 409 });
});

function enJson(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    return null;
  }
}
