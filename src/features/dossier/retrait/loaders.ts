import 'server-only';
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { actionsOffertes } from '#domain/dossier/decide.ts';
import { loaderAgent, loaderUsager } from '#guard/loader.ts';
import { noterLecture } from '../instruction/commands.ts';
import { dossierEnBref } from '../instruction/queries.ts';
import { retraitDe } from './queries.ts';

export const chargerRetrait = loaderUsager(async ({ usager, portee, at }, dossierId: string) => retraitDe(usager, portee, dossierId, at));

export const chargerRetraitParLettre = loaderAgent(['instructeur'], async ({ agent, portee, at, confirmer }, dossierId: string) => {
  const dossier = await dossierEnBref(portee, dossierId);
  if (!dossier) return null;
  if (dossier.estRestreint) await confirmer();
  await noterLecture(portee, dossierId, 'dossier', null, at, finaliteDeLecture(agent.roles, dossier.statut));
  return { dossier, peutRetirer: actionsOffertes(dossier.statut, agent).includes('retirer') };
});
