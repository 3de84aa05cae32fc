import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { departDe } from './queries.ts';

export const chargerDepart = loaderAdministration(rolesAyant('guichet'), ({ portee }, ticket: string) => departDe(portee, ticket));
