import 'server-only';
// The communes of the package @etalab/decoupage-administratif (INSEE and La Poste), for the seed only: the file weighs
// 8.6 MB and takes 100 MB once read, so the web process never opens it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Commune } from './adresse.ts';
import { cleDeRecherche } from './saisie.ts';

const entree = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.string(),
  departement: z.string(),
  codesPostaux: z.array(z.string()).default([]),
  population: z.number().default(0),
});

export type LigneCommune = Commune & { nomNormalise: string };

// An address in these three bears the INSEE code of its arrondissement (75112), which the file lists too.
const VILLES_A_ARRONDISSEMENTS = new Set(['75056', '69123', '13055']);

/** Some 35 000 rows: communes of today and arrondissements of Paris, Lyon and Marseille, each with a postal code at least. */
export async function* lireCommunes(racine: string = process.cwd()): AsyncGenerator<LigneCommune> {
  const chemin = join(racine, 'node_modules/@etalab/decoupage-administratif/data/communes.json');
  for (const brute of z.array(z.unknown()).parse(JSON.parse(await readFile(/* turbopackIgnore: true */ chemin, 'utf8')))) {
    const { code, nom, type, departement, codesPostaux, population } = entree.parse(brute);
    const arrondissement = type === 'arrondissement-municipal';
    if (!arrondissement && (type !== 'commune-actuelle' || VILLES_A_ARRONDISSEMENTS.has(code))) continue;
    if (codesPostaux.length === 0) continue;
    const affiche = arrondissement ? nom.replace(/ \d+er?e? Arrondissement$/, '') : nom;
    yield { codeInsee: code, nom: affiche, codesPostaux, departement, population, nomNormalise: cleDeRecherche(affiche) };
  }
}
