import { phraseDuRefus } from '#domain/refusals.ts';
import { garderReponse } from '#features/dossier/complements/reponse/commands.ts';
import { schemaGardee } from '#features/dossier/complements/reponse/schema.ts';
import { rienIci, routeDemarche } from '#guard/route.ts';

/** What is typed in the answer to a complement, kept as one goes; 409 with the stored version when another tab saved meanwhile. */
export const POST = routeDemarche('complement_saisie', async ({ requete, params, portee }) => {
  const lecture = schemaGardee.safeParse(await requete.json().catch(() => null));
  if (!lecture.success) return Response.json({ message: 'Requête illisible' }, { status: 400 });
  const garde = await garderReponse(portee, params.complement ?? '', lecture.data.valeurs, lecture.data.version);
  if (garde.ok) return Response.json({ version: garde.valeur });
  if (garde.refus === 'introuvable') return rienIci();
  return Response.json({ message: phraseDuRefus(garde.refus), version: Number(garde.details?.version ?? 0) }, { status: 409 });
});
