// The civil status of the demandeur, read from the answers of a dossier. A birth date is kept as it is known (D-17).

import { texteDeReponse, textesDe } from '../procedure/champs.ts';
import { CHAMP_NAISSANCE, CHAMP_NATIONALITES } from '../procedure/condition.ts';
import type { Reponses } from '../procedure/definition.ts';

export type Identite = {
  nomNaissance: string;
  nomUsage: string | null;
  prenoms: readonly string[];
  sexe: string;
  /** 'AAAA', 'AAAA-MM' or 'AAAA-MM-JJ' */
  naissance: string;
  paysNaissance: string;
  lieuNaissance: string;
  /** ISO 3166-1 alpha-2 */
  nationalites: readonly string[];
};

export function identiteDe(reponses: Reponses): Identite {
  const nomUsage = texteDeReponse(reponses.nom_usage);
  return {
    nomNaissance: texteDeReponse(reponses.nom_naissance),
    nomUsage: nomUsage === '' ? null : nomUsage,
    prenoms: textesDe(reponses.prenoms),
    sexe: texteDeReponse(reponses.sexe),
    naissance: texteDeReponse(reponses[CHAMP_NAISSANCE]),
    paysNaissance: texteDeReponse(reponses.pays_naissance),
    lieuNaissance: texteDeReponse(reponses.lieu_naissance),
    nationalites: textesDe(reponses[CHAMP_NATIONALITES]),
  };
}

/** Year, month and day of a partial date; null for what is not known. */
export function partiesDeNaissance(naissance: string): { annee: number; mois: number | null; jour: number | null } {
  const [annee, mois, jour] = naissance.split('-');
  return { annee: Number(annee), mois: mois ? Number(mois) : null, jour: jour ? Number(jour) : null };
}

/** The partial date that the three parts write. */
export function naissanceDe(annee: number, mois: number | null, jour: number | null): string {
  const deux = (n: number) => String(n).padStart(2, '0');
  if (mois === null) return String(annee).padStart(4, '0');
  return jour === null ? `${annee}-${deux(mois)}` : `${annee}-${deux(mois)}-${deux(jour)}`;
}
