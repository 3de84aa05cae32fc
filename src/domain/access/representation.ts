// An application for a minor, filed by who represents them, from the representative's own compte (D-11): the demandeur is not the usager.
// Parental authority: code civil art. 371-1; guardian: art. 390 and 408. The portal asks; the pieces and the agent verify.
import type { Jour } from '../jour.ts';
import { plusMois } from '../jour.ts';
import { bornesDeNaissance } from '../procedure/condition.ts';
import type { Transcript } from '../procedure/transcript.ts';

export const LIENS_REPRESENTANT = ['pere', 'mere', 'tuteur', 'autre'] as const;
export type LienRepresentant = (typeof LIENS_REPRESENTANT)[number];

export const LIBELLE_LIEN: Readonly<Record<LienRepresentant, string>> = {
  pere: 'Son père',
  mere: 'Sa mère',
  tuteur: 'Son tuteur ou sa tutrice',
  autre: 'Un autre représentant légal (décision d’un juge)',
};

const NOM_LIEN: Readonly<Record<LienRepresentant, string>> = {
  pere: 'père',
  mere: 'mère',
  tuteur: 'tutelle',
  autre: 'représentant légal',
};

export type Representation = {
  readonly lien: LienRepresentant;
  /** who represents */
  readonly nom: string;
  readonly prenom: string;
  /** the minor, as the representative calls them; their civil status is in the answers */
  readonly enfant: { readonly nom: string; readonly prenom: string };
  /** the minor's name as it is compared: one draft per ground and per child */
  readonly cle: string;
};

const complet = ({ nom, prenom }: { nom: string; prenom: string }) => `${prenom} ${nom.toLocaleUpperCase('fr')}`.trim();

/** "Fatou TESTDIALLO (mère)". */
export const nomDuRepresentant = (r: Representation): string => `${complet(r)} (${NOM_LIEN[r.lien]})`;

/** "Lina TESTDIALLO". */
export const nomDuRepresente = ({ enfant }: Representation): string => complet(enfant);

const MAJORITE = 18;
/** From this age a minor may hold a compte of their own (D-11; L.421-35: a title may be asked from 16). */
const COMPTE_PROPRE = 16;

/**
 * Who may file, from a birth date that may be partial (D-17): refused only when every possible date agrees.
 * `majeur`: represented, but surely of age. `trop_jeune`: alone, but surely under 16.
 */
export function empechementDAge(representee: boolean, naissance: string, jour: Jour): 'majeur' | 'trop_jeune' | null {
  if (naissance === '') return null;
  const [plusTot, plusTard] = bornesDeNaissance(naissance);
  if (representee) return plusMois(plusTard, MAJORITE * 12) <= jour ? 'majeur' : null;
  return plusMois(plusTot, COMPTE_PROPRE * 12) > jour ? 'trop_jeune' : null;
}

/** What the frozen copy of a deposit says of it, before the answers; nothing when one files for oneself. */
export function sectionRepresentation(r: Representation | null): Transcript {
  if (!r) return [];
  const lignes = [
    { libelle: 'Demande faite par', valeur: nomDuRepresentant(r) },
    { libelle: 'Pour', valeur: nomDuRepresente(r) },
  ];
  return [{ titre: 'Représentation d’un mineur', lignes }];
}

/** What the column of a dossier holds, read back. */
export function estRepresentation(valeur: unknown): valeur is Representation {
  return typeof valeur === 'object' && valeur !== null && 'lien' in valeur && 'enfant' in valeur && 'cle' in valeur;
}
