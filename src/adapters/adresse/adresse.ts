import 'server-only';
// Suggestions of addresses while one types (S-099, S-243).
import { env } from '#platform/env.ts';
import { adresseIntegree } from './integree.ts';
import { adresseNationale } from './nationale.ts';

export type Suggestion = {
  /** What is shown in the list: "20 Rue Nationale 59000 Lille". */
  libelle: string;
  numero: string;
  voie: string;
  codePostal: string;
  ville: string;
  /** INSEE code of the commune or of the arrondissement (75112). */
  codeInsee: string;
  /** 'integree': the commune is sure, the street is what was typed. */
  source: 'nationale' | 'integree';
};

export type Commune = {
  codeInsee: string;
  /** As an address writes it: 'Paris' for an arrondissement of Paris. */
  nom: string;
  codesPostaux: readonly string[];
  departement: string;
  population: number;
};

/**
 * Reads the communes; implemented over Postgres. A commune is wanted when one of its postal codes begins with
 * `codePostal` (if given) and its nom_normalise begins with one of `noms` (if given; keys of cleDeRecherche).
 * Gives at most `limite` of them, the names equal to one of `noms` first, then the most populated.
 */
export type ChercherCommunes = (critere: { codePostal?: string; noms?: readonly string[] }, limite: number) => Promise<Commune[]>;

export type Adresses = {
  /** At most `n` suggestions, the best first; [] below 3 characters or when nothing fits. Never throws for want of the API. */
  suggerer(texte: string, n: number): Promise<Suggestion[]>;
};

let cached: Adresses | undefined;
/** The national address API when ADRESSE_API is set (the embedded list takes over when it fails), otherwise the embedded list. */
export function adresses(chercherCommunes: ChercherCommunes): Adresses {
  if (cached) return cached;
  const { ADRESSE_API } = env();
  const integree = adresseIntegree(chercherCommunes);
  cached = ADRESSE_API ? adresseNationale({ url: ADRESSE_API, secours: integree }) : integree;
  return cached;
}
