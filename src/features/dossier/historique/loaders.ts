import 'server-only';
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { LECTEURS_DE_DOSSIERS, rolesAyant } from '#domain/access/roles.ts';
import { loaderAgent } from '#guard/loader.ts';
import { noterLecture } from '../instruction/commands.ts';
import { dossierAExporter } from './queries.ts';

/** The page that asks why the whole history leaves the portal, and who asks, proven a short while ago. */
export const chargerHistorique = loaderAgent(rolesAyant('exporter_historique'), async ({ agent, portee, at, confirmer }, id: string) => {
  const dossier = await dossierAExporter(portee, id);
  if (!dossier) return null;
  await confirmer();
  await noterLecture(portee, id, 'dossier', null, at, finaliteDeLecture(agent.roles, null));
  return { dossier };
});

/** On the page of the dossier: whether this agent is offered the export. */
export const peutExporter = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent }) => ({
  peut: rolesAyant('exporter_historique').some((r) => agent.roles.includes(r)),
}));
