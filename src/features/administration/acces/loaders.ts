import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { PAR_PAGE, type Parametres } from '../schema.ts';
import { lireAcces } from './queries.ts';
import { lireDemandeAcces } from './schema.ts';

export const chargerAcces = loaderAdministration(rolesAyant('lire_acces'), async ({ portee }, parametres: Parametres) => {
  const demande = lireDemandeAcces(parametres);
  const lues = await lireAcces(portee, demande, PAR_PAGE + 1);
  const derniere = lues.length > PAR_PAGE ? lues.at(PAR_PAGE - 1) : undefined;
  return { demande, lignes: lues.slice(0, PAR_PAGE), suite: derniere ? { le: derniere.le, id: derniere.id } : null };
});
