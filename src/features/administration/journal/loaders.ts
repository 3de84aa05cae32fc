import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { apres, PAR_PAGE, type Parametres } from '../schema.ts';
import { actes } from './queries.ts';

export const chargerJournal = loaderAdministration(rolesAyant('lire_actes'), async ({ portee }, parametres: Parametres) => {
  const avant = apres.parse(parametres.apres ?? null);
  const lus = await actes(portee, avant, PAR_PAGE + 1);
  return {
    actes: lus.slice(0, PAR_PAGE),
    suite: lus.length > PAR_PAGE ? (lus.at(PAR_PAGE - 1)?.id ?? null) : null,
    estSuite: avant !== null,
  };
});
