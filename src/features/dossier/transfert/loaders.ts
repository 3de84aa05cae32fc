// The page that transfers a dossier. Reading it is reading the dossier: it is logged.
import 'server-only';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { actionsOffertes } from '#domain/dossier/decide.ts';
import { loaderAgent } from '#guard/loader.ts';
import { noterLecture } from '../instruction/commands.ts';
import { dossierEnBref } from '../instruction/queries.ts';
import { destinationProposee, destinations } from './queries.ts';

export const chargerTransfert = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee, at, confirmer }, id: string) => {
  const dossier = await dossierEnBref(portee, id);
  if (!dossier) return null;
  if (dossier.estRestreint) await confirmer();
  await noterLecture(portee, id, 'dossier', null, at);
  return { dossier, peutTransferer: actionsOffertes(dossier.statut, agent).includes('transferer'), ...(await destinations(portee, id)) };
});

/** For the page of the dossier, which has logged the reading: what should be done, when a change of address says so. */
export const chargerTransfertPropose = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee }, id: string) => {
  const dossier = await destinationProposee(portee, id);
  return { proposee: dossier && actionsOffertes(dossier.statut, agent).includes('transferer') ? dossier.proposee : null };
});
