// Duplicate search before a number is given (03-instruction 3): one person, one file.
import 'server-only';
import codesPays from 'i18n-iso-countries';
import type { FichePersonne, Rapprochement } from '#adapters/registre/registre.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { Jour } from '#domain/jour.ts';
import type { PersonneConnue } from '#domain/personne/faits.ts';
import type { Identite } from '#domain/personne/identite.ts';
import { type TitreTenu, titreCourant } from '#domain/titre/offre.ts';
import { db, driver, type Sql, type Tx } from '#platform/db.ts';
import { identiteDuRegistre, registre } from './registre/commands.ts';

/** Persons of the national registry who may be this one, the surest first (20 at most). The registry is national: the scope only says who asks. */
export async function rapprochements(_portee: PorteeAgent, identite: Identite): Promise<Rapprochement[]> {
  return registre(db(), driver()).chercher(identiteDuRegistre(identite));
}

const enAlpha2 = (pays: string): string => codesPays.alpha3ToAlpha2(pays) ?? pays;

function identiteConnue({ etatCivil: e, nationalites }: FichePersonne): Identite {
  return {
    nomNaissance: e.nomNaissance,
    nomUsage: e.nomUsage,
    prenoms: e.prenoms.split(/\s+/).filter(Boolean),
    sexe: e.sexe,
    naissance: e.dateNaissance,
    paysNaissance: enAlpha2(e.paysNaissance),
    lieuNaissance: e.lieuNaissance,
    nationalites: nationalites.map(enAlpha2),
  };
}

/** Everything that the registre knows of a personne of this portal; null when it knows nobody. One query to the registre. */
export async function personneConnue(
  tx: Tx,
  personneId: string,
  jour: Jour,
  sql: Sql = tx,
): Promise<(PersonneConnue & { titres: readonly TitreTenu[] }) | null> {
  const fiche = await registre(tx, sql).connaitre({ reference: personneId });
  if (!fiche) return null;
  const { numeroEtranger, adresse, titres } = fiche;
  return { numeroEtranger, identite: identiteConnue(fiche), adresse, titre: titreCourant(titres, jour), titres };
}
