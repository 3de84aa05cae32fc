// Duplicate search before a number is given (03-instruction 3): one person, one file.
import 'server-only';
import type { Rapprochement } from '#adapters/registre/registre.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { Identite } from '#domain/personne/identite.ts';
import { db, driver } from '#platform/db.ts';
import { identiteDuRegistre, registre } from './registre/commands.ts';

/** Persons of the national registry who may be this one, the surest first (20 at most). The registry is national: the scope only says who asks. */
export async function rapprochements(_portee: PorteeAgent, identite: Identite): Promise<Rapprochement[]> {
  return registre(db(), driver()).chercher(identiteDuRegistre(identite));
}
