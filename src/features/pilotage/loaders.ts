import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import { jourDe } from '#domain/jour.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { lirePilotage } from './queries.ts';
import { lirePeriode, type Parametres } from './schema.ts';

/** The chef's: their prefecture. */
export const chargerPilotage = loaderAdministration(rolesAyant('pilotage'), async ({ portee, at }, parametres: Parametres) =>
  lirePilotage(portee, lirePeriode(parametres, jourDe(at)), at),
);

/** The country's. */
export const chargerPilotageNational = loaderAdministration(
  rolesAyant('pilotage_national'),
  async ({ portee, at }, parametres: Parametres) => lirePilotage(portee, lirePeriode(parametres, jourDe(at)), at),
);
