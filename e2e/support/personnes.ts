// Fictional people, one per test: surname in TEST, address under example.org. Nobody shares anything with another test.
import { randomInt } from 'node:crypto';
import { jourDe } from '#domain/jour.ts';

// without j and q: side by side in capitals, a font draws them so far apart that readers of PDFs see two words
const LETTRES = 'abcdefghikmnprstuvwxyz';
const tirer = (n: number): string => Array.from({ length: n }, () => LETTRES.charAt(randomInt(LETTRES.length))).join('');

export type Personne = {
  email: string;
  motDePasse: string;
  nom: string;
  prenom: string;
  sexe: 'masculin' | 'feminin';
  naissance: { jour: string; mois: string; annee: string };
  paysNaissance: string;
  lieuNaissance: string;
  nationalites: readonly string[];
  adresse: { recherche: string; voie: string; codePostal: string; ville: string };
  telephone: string;
  parent: { prenom: string; sexe: 'masculin' | 'feminin'; lien: 'pere' | 'mere' };
};

/** P01: over 21, Canadian, Lille, French father. `faits` changes what the case needs. */
export function personne(cas: string, faits: Partial<Personne> = {}): Personne {
  const marque = tirer(8);
  return {
    email: `${cas}-${marque}@example.org`,
    motDePasse: 'Voyage-Lointain-42!',
    nom: `TEST${marque.toUpperCase()}`,
    prenom: 'Marshall',
    sexe: 'masculin',
    naissance: { jour: '04', mois: '03', annee: '1990' },
    paysNaissance: 'CA',
    lieuNaissance: 'Montréal',
    nationalites: ['CA'],
    adresse: { recherche: '25 rue Nationale 59000 Lille', voie: 'rue Nationale', codePostal: '59000', ville: 'Lille' },
    telephone: '06 39 98 00 01',
    parent: { prenom: 'Henri', sexe: 'masculin', lien: 'pere' },
    ...faits,
  };
}

/** The year so many years ago, in Paris: on the night of 31 December the machine may not be there yet. */
export const anneeIlYA = (ans: number): string => String(Number(jourDe(new Date()).slice(0, 4)) - ans);

/** P02: Algerian, 18 or 19 years old whatever the day, Roubaix, French mother. */
export const yacine = (): Personne =>
  personne('c02', {
    prenom: 'Yacine',
    naissance: { jour: '12', mois: '09', annee: anneeIlYA(19) },
    paysNaissance: 'DZ',
    lieuNaissance: 'Oran',
    nationalites: ['DZ'],
    adresse: { recherche: '3 rue de l’Épeule 59100 Roubaix', voie: 'rue de l’Épeule', codePostal: '59100', ville: 'Roubaix' },
    parent: { prenom: 'Nadine', sexe: 'feminin', lien: 'mere' },
  });
