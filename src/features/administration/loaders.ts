import 'server-only';
import { ROLES_AGENT } from '#domain/access/actors.ts';
import { espacesOuverts } from '#domain/access/espaces.ts';
import { loaderAdministration } from '#guard/loader.ts';

/** What this agent may open here. Nothing: the page does not exist for them. */
export const chargerAdministration = loaderAdministration(
  ROLES_AGENT.filter((r) => espacesOuverts([r]).length > 0),
  async ({ agent }) => ({ espaces: espacesOuverts(agent.roles) }),
);
