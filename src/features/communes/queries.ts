import 'server-only';
import { adresses, type ChercherCommunes, type Suggestion } from '#adapters/adresse/adresse.ts';
import { db, Prisma } from '#platform/db.ts';

type Ligne = { codeInsee: string; nom: string; codesPostaux: string[]; departement: string; population: number };

/** What is typed is never a wildcard. */
const commencantPar = (texte: string) => `${texte.replace(/[%_\\]/g, '\\$&')}%`;

/** Communes by postal code and by beginning of name, exact names first, then the most populated. Public data: no scope. */
export const chercherCommunes: ChercherCommunes = async ({ codePostal, noms }, limite) => {
  // One condition for each beginning, and none for what is not asked: a list of beginnings in one parameter would read the whole table.
  const debutsDeNom = (noms ?? []).filter((nom) => nom !== '').map((nom) => Prisma.sql`recherche LIKE ${commencantPar(nom)}`);
  const conditions = [
    ...(codePostal && codePostal.length >= 5 ? [Prisma.sql`codes_postaux && ARRAY[${codePostal}]`] : []),
    ...(codePostal && codePostal.length < 5
      ? [Prisma.sql`EXISTS (SELECT 1 FROM unnest(codes_postaux) c WHERE c LIKE ${commencantPar(codePostal)})`]
      : []),
    ...(noms ? [debutsDeNom.length > 0 ? Prisma.sql`(${Prisma.join(debutsDeNom, ' OR ')})` : Prisma.sql`false`] : []),
  ];
  return db().$queryRaw<Ligne[]>`
    SELECT code_insee AS "codeInsee", nom, codes_postaux AS "codesPostaux", departement, population FROM commune
    WHERE ${conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`}
    ORDER BY (recherche = ANY (${[...(noms ?? [])]}::text[])) DESC, population DESC LIMIT ${limite}`;
};

/** At most six addresses for what is typed. */
export function suggererAdresses(texte: string): Promise<Suggestion[]> {
  return adresses(chercherCommunes).suggerer(texte, 6);
}
