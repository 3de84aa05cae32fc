// What a provider of the State says of a person, and what the portal makes of it. Pure: a table of tests reads this file line by line.
import { memePays } from '../pays-insee.ts';
import { cleDuNom } from '../personne/rapprochement.ts';

/** The identité pivot of FranceConnect: civil status checked with the RNIPP, birth place in codes of the INSEE. */
export type IdentitePivot = {
  /** every given name, in order, as one string */
  prenoms: string;
  nomNaissance: string;
  nomUsage: string | null;
  /** 'AAAA', 'AAAA-MM' or 'AAAA-MM-JJ' (D-17) */
  naissance: string;
  sexe: 'feminin' | 'masculin' | null;
  /** 99100, or 99 and three digits */
  paysNaissance: string;
  /** name of the commune when born in France; null abroad, where FranceConnect gives none */
  communeNaissance: string | null;
};

/** What the registry holds of somebody, as far as a comparison goes. */
export type EtatCivil = {
  nomNaissance: string;
  prenoms: readonly string[];
  sexe: string;
  naissance: string;
  paysNaissance: string;
  lieuNaissance: string;
};

/** FranceConnect writes 00 for a month or a day that the civil registry does not know. */
export function naissanceConnue(birthdate: string): string {
  return birthdate.replace(/(-00)+$/, '');
}

/** Two partial dates contradict each other when neither begins with the other. */
const datesCompatibles = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);

/**
 * `exacte`: every given name, the birth name, a full birth date, the sex and the birth place are the same (accents, case and hyphens
 * aside). `partielle`: same birth name and no contradiction on the birth date; a given name, the sex or the place may differ.
 * `autre`: somebody else, whatever they know of the titre.
 */
export type Ressemblance = 'exacte' | 'partielle' | 'autre';

export function ressemblance(pivot: IdentitePivot, personne: EtatCivil): Ressemblance {
  if (!peutLierParTitre(pivot, personne)) return 'autre';
  const toutEgal =
    cleDuNom(pivot.prenoms) !== '' &&
    cleDuNom(pivot.prenoms) === cleDuNom(personne.prenoms.join(' ')) &&
    pivot.naissance.length === 10 &&
    pivot.naissance === personne.naissance &&
    pivot.sexe === personne.sexe &&
    memePays(pivot.paysNaissance, personne.paysNaissance) &&
    (pivot.communeNaissance === null || cleDuNom(pivot.communeNaissance) === cleDuNom(personne.lieuNaissance));
  return toutEgal ? 'exacte' : 'partielle';
}

/** What is known when FranceConnect answers. */
export type ConnuAuRetour = {
  /** compte that this identity opens already */
  compteLie: string | null;
  /** persons whose civil status is exactly this one */
  semblables: readonly { personneId: string }[];
  /** the person of the compte already open in this browser, if any */
  personneConnectee: string | null;
};

/**
 * What to do with an identity that has just been proven. Nothing here links: `reconnaitre` and `confirmer` ask the person, and
 * `choisir` asks for the number and the dates of the titre.
 */
export type Suite =
  | { sorte: 'entrer'; compteId: string }
  /** the compte open in this browser is this very person's: one click of theirs is enough */
  | { sorte: 'confirmer'; personneId: string }
  /** one person of the registry has this civil status: number and dates of the titre confirm it (C43) */
  | { sorte: 'reconnaitre'; personneId: string }
  | { sorte: 'choisir' };

export function suiteDuRetour({ compteLie, semblables, personneConnectee }: ConnuAuRetour): Suite {
  if (compteLie !== null) return { sorte: 'entrer', compteId: compteLie };
  const [seule, ...autres] = semblables;
  // two people of the same civil status do exist: the portal does not choose between them
  if (!seule || autres.length > 0) return { sorte: 'choisir' };
  return { sorte: seule.personneId === personneConnectee ? 'confirmer' : 'reconnaitre', personneId: seule.personneId };
}

/**
 * May the holder of this identity be linked to the person whose number and dates they gave? A card may be read by somebody else (a
 * relative, an association): the figures alone never link an identity that is plainly another's.
 */
export function peutLierParTitre(
  pivot: IdentitePivot,
  { nomNaissance, naissance }: Pick<EtatCivil, 'nomNaissance' | 'naissance'>,
): boolean {
  const memeNom = cleDuNom(pivot.nomNaissance) !== '' && cleDuNom(pivot.nomNaissance) === cleDuNom(nomNaissance);
  return memeNom && datesCompatibles(pivot.naissance, naissance);
}
