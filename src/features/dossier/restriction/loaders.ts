// The page that says who may open a dossier. Reading it is reading the dossier: it is logged.
import 'server-only';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { actionsOffertes } from '#domain/dossier/decide.ts';
import { loaderAgent } from '#guard/loader.ts';
import { noterLecture } from '../instruction/commands.ts';
import { dossierEnBref } from '../instruction/queries.ts';
import { habilitables } from './queries.ts';

export const chargerAcces = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee, at, confirmer }, id: string) => {
  const dossier = await dossierEnBref(portee, id);
  if (!dossier) return null;
  if (dossier.estRestreint) await confirmer();
  // the purpose is shown in the compte, which whoever threatens the person may be reading: nothing there tells of the protection
  await noterLecture(portee, id, 'dossier', null, at);
  return { dossier, actions: actionsOffertes(dossier.statut, agent), agents: await habilitables(portee, id) };
});
