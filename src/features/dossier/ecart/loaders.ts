import 'server-only';
import { CYCLE } from '#domain/dossier/lifecycle.ts';
import { loaderAgent } from '#guard/loader.ts';
import { noterLecture } from '../instruction/commands.ts';
import { dossierEnBref } from '../instruction/queries.ts';
import { fichierAEcarter } from './queries.ts';

/** The page that asks why, before a file is destroyed. */
export const chargerEcart = loaderAgent(CYCLE.ecarter_fichier.par, async ({ portee, at, confirmer }, id: string, fichierId: string) => {
  const dossier = await dossierEnBref(portee, id);
  const fichier = dossier && (await fichierAEcarter(portee, id, fichierId));
  if (!fichier) return null;
  if (dossier.estRestreint) await confirmer();
  await noterLecture(portee, id, 'dossier', null, at);
  return { dossier, fichier };
});
