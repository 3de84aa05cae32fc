import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { simuler } from './commands.ts';
import { etatDesJournaux } from './queries.ts';

/** The rules, and what was erased; with `avecSimulation`, what would be now. */
export const chargerConservation = loaderAdministration(rolesAyant('conservation'), async ({ at }, avecSimulation: boolean) => {
  const simulation = avecSimulation ? await simuler(at) : null;
  return { simulation, effaces: simulation?.effaces ?? (await etatDesJournaux()).effaces };
});
