import 'server-only';
import type { ChercherCommunes } from '#adapters/adresse/adresse.ts';
import { db } from '#platform/db.ts';

type Ligne = { codeInsee: string; nom: string; codesPostaux: string[]; departement: string; population: number };

/** Communes by postal code and by beginning of name, exact names first, then the most populated. Public data: no scope. */
export const chercherCommunes: ChercherCommunes = async ({ codePostal, noms }, limite) => {
  const prefixes = noms?.map((nom) => `${nom.replace(/[%_\\]/g, '')}%`) ?? null;
  const codes = codePostal && codePostal.length === 5 ? [codePostal] : null;
  const debut = codePostal && codePostal.length < 5 ? `${codePostal}%` : null;
  return db().$queryRaw<Ligne[]>`
    SELECT code_insee AS "codeInsee", nom, codes_postaux AS "codesPostaux", departement, population FROM commune
    WHERE (${codes}::text[] IS NULL OR codes_postaux && ${codes}::text[])
      AND (${debut}::text IS NULL OR EXISTS (SELECT 1 FROM unnest(codes_postaux) c WHERE c LIKE ${debut}))
      AND (${prefixes}::text[] IS NULL OR recherche LIKE ANY (${prefixes}::text[]))
    ORDER BY (recherche = ANY (${[...(noms ?? [])]}::text[])) DESC, population DESC LIMIT ${limite}`;
};
