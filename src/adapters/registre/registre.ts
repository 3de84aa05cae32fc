import 'server-only';
// The national registry of foreigners, seen from here (in reality AGDREF, S-252): who is known, and the numéro étranger.
// A deployer plugs in the real one by another implementation, which must pass tests/adapters/registre.contract.ts.

import type { Adresse } from '#domain/adresse/adresse.ts';

/** 'AAAA', 'AAAA-MM' or 'AAAA-MM-JJ': a birth date is given as it is known (D-17). */
export type DatePartielle = string;

export type Identite = {
  nomNaissance: string;
  prenoms: string;
  dateNaissance: DatePartielle;
  /** ISO 3166-1 alpha-3. */
  nationalite: string;
};

export type FicheRegistre = Identite & {
  /** Ten digits, text: never a number. */
  numeroEtranger: string;
};

export type Recherche = { numeroEtranger: string } | (Pick<Identite, 'nomNaissance'> & Partial<Identite>);

/**
 * 'meme_personne': same number, or same names (accents, case, hyphens aside), same full birth date and nationality.
 * 'a_verifier': same birth name, and nothing given that contradicts the rest (a partial date contradicts only by what
 * it says). A person decides; the portal never merges by itself.
 */
export type Rapprochement = { fiche: FicheRegistre; certitude: 'meme_personne' | 'a_verifier' };

export type Attribution = {
  /** Department of the address: '59', '2A', '973'. */
  departement: string;
  identite: Identite;
  /** Reference of the request that asks (the dossier): asking again for the same one gives the same number. */
  reference: string;
};

/** 'AAAA-MM-JJ', a whole date. */
export type DateEntiere = string;

/** What is printed on a document, and proves who holds it (S-027 to S-030). */
export type TitreDecrit = {
  /** Numéro étranger of a titre or récépissé, number of a long-stay visa, or reference of a validated VLS-TS: capitals and digits. */
  numero: string;
  debut: DateEntiere;
  fin: DateEntiere;
};

export const SORTES_TITRE = ['titre', 'recepisse', 'visa', 'vls_ts'] as const;
export type SorteTitre = (typeof SORTES_TITRE)[number];

/** Everything that the portal must know of a person that it meets for the first time. */
export type EtatCivil = Identite & {
  nomUsage: string | null;
  sexe: 'masculin' | 'feminin';
  /** ISO 3166-1 alpha-3. */
  paysNaissance: string;
  lieuNaissance: string;
};

export type Titulaire = {
  /** The registry's own reference of the person, stable, shown to nobody. */
  reference: string;
  /** Null for who has only a visa. */
  numeroEtranger: string | null;
  etatCivil: EtatCivil;
  /** `numero`: of the visa or of the confirmation of the VLS-TS; null when the numéro étranger is the only one printed. */
  titre: { sorte: SorteTitre; numero: string | null; mention: string };
};

/** A document held, or held before. */
export type TitreConnu = {
  /** code of domain/titre/titres.ts; null when the registry does not say which */
  type: string | null;
  sorte: SorteTitre;
  mention: string;
  debut: DateEntiere;
  fin: DateEntiere;
  /** first day on which it is no longer held before its end: lost, stolen, withdrawn, replaced */
  invalideLe: DateEntiere | null;
};

/** What the registry knows of one person: enough to fill a request that they only have to check (S-184, S-187). */
export type FichePersonne = {
  numeroEtranger: string | null;
  etatCivil: EtatCivil;
  /** ISO 3166-1 alpha-3, all of them; the first is that of `etatCivil`. */
  nationalites: readonly string[];
  /** The last address declared; null when none is known. */
  adresse: Adresse | null;
  /** The one that ends last comes first. */
  titres: readonly TitreConnu[];
};

export type Registre = {
  /** At most 20 records, the surest first. */
  chercher(recherche: Recherche): Promise<Rapprochement[]>;
  /**
   * Creates a record and gives its number. Never the same number for two references, even asked at the same instant; the
   * same number again for the same reference. Does not look for duplicates: chercher() first, a person then decides.
   */
  attribuer(demande: Attribution): Promise<string>;
  /**
   * Who holds the document with exactly this number and these two dates; null otherwise, whatever is wrong: unknown number, one date
   * that differs, two holders. The answer and its cost say nothing of which. Documents that have ended count too: one renews late.
   */
  verifierTitre(titre: TitreDecrit): Promise<Titulaire | null>;
  /** What is known of a person, by their number or by the reference given by verifierTitre(); null when nobody is. */
  connaitre(personne: { numeroEtranger: string } | { reference: string }): Promise<FichePersonne | null>;
};
