import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import { jourDe } from '#domain/jour.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { departDe } from './queries.ts';

export const chargerDepart = loaderAdministration(rolesAyant('guichet'), ({ portee, at }, ticket: string) =>
  departDe(portee, ticket, jourDe(at)),
);

/** The page that receives somebody without an e-mail reads nothing: only who may open it. */
export const chargerAccueil = loaderAdministration(rolesAyant('guichet'), async () => ({}));
