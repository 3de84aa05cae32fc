// The language in which a procedure is written. A definition is data: it survives JSON, a lawyer can check it,
// and everything else (wizard page, validation, pieces, transcript, agent's view, PDF list) reads it.

import type { Adresse } from '../adresse/adresse.ts';

export type { Adresse };

/**
 * When a champ is shown or a piece is asked. Evaluated with three answers (oui, non, indetermine):
 * a partial birth date may leave the age undecided (D-17).
 */
export type Condition =
  /** another answer of the same dossier has one of these values */
  | { champ: string; parmi: readonly string[] }
  /** nationality under which the request is made (ISO alpha-2); with several, the one retained (D-16) */
  | { nationalite: { parmi: readonly string[] } | { hors: readonly string[] } }
  /** whole years of the demandeur on the day of deposit; `plusDe: 21` is true from the day after the 21st birthday */
  | { age: { plusDe: number } | { moinsDe: number } }
  | { tous: readonly Condition[] }
  | { un: readonly Condition[] }
  | { non: Condition };

export type Option = { code: string; libelle: string };

type ChampCommun = {
  /** snake_case, for ever: survives versions, carries answers from one to the next */
  code: string;
  libelle: string;
  aide?: string;
  requis?: boolean;
  visible?: Condition;
  /** the answer is refused with this sentence when the condition is certainly true */
  arret?: { si: Condition; message: string };
  /** label used in the transcript when the question would read badly there */
  libelleCourt?: string;
};

/** What each type of champ adds to the common part. One line here, one kind in champs.ts, one view. */
type ParType = {
  texte: { forme: 'nom' | 'lieu' | 'ligne'; max: number; autocomplete?: string };
  texte_long: { max: number };
  /** repeatable line of text: first names */
  textes: { ajout: string; max: number; autocomplete?: string };
  choix: { options: readonly Option[]; presentation: 'liste' | 'boutons' };
  oui_non: Record<never, never>;
  /** whole date, at most the day of the answer when `passee` */
  date: { passee: boolean; autocomplete?: 'bday' };
  /** year always, month and day when known (S-095, D-17) */
  date_partielle: Record<never, never>;
  pays: Record<never, never>;
  /** `exclut`: nationalities that stop the procedure, with the sentence that says why (D-16) */
  nationalites: { ajout: string; exclut?: { nationalites: readonly string[]; message: string } };
  /** which of the nationalities given in `parmi` the request is made under; asked only of a person with several, one of them in `regimes` (D-16) */
  nationalite_retenue: { parmi: string; regimes: readonly string[] };
  adresse: Record<never, never>;
  telephone: Record<never, never>;
  /** read-only: the address of the compte */
  courriel: Record<never, never>;
  /** box that must be ticked */
  attestation: Record<never, never>;
  /** repeated block: "Enfant" gives "Enfant 1", "Enfant 2"… */
  repetition: { element: string; ajout: string; max: number; champs: readonly ChampSimple[] };
};

export type TypeChamp = keyof ParType;

/** One question. `Champ<'date'>` is a date; `Champ` is any. */
export type Champ<T extends TypeChamp = TypeChamp> = { [K in T]: ChampCommun & { type: K } & ParType[K] }[T];
export type ChampSimple = Champ<Exclude<TypeChamp, 'repetition'>>;
export type ChampRepetition = Champ<'repetition'>;

export type Section = { code: string; titre: string; introduction?: string; sousTitre?: string; champs: readonly Champ[] };

type EtapeCommune = {
  code: string;
  titre: string;
  /** share of the whole already done when arriving here, in percent (S-076, S-077) */
  progression: number;
  /** minutes left when arriving here (S-078); absent: not shown */
  minutes?: number;
  /** sentence at the head of the step */
  entete?: string;
};

export type EtapeChamps = EtapeCommune & { sorte: 'champs'; sections: readonly Section[] };
export type Etape =
  | (EtapeCommune & { sorte: 'situation' })
  | EtapeChamps
  | (EtapeCommune & { sorte: 'pieces' })
  | (EtapeCommune & { sorte: 'depot' })
  | (EtapeCommune & { sorte: 'confirmation' });

/** How a piece is satisfied. An emplacement is a place for one to three files. */
export type ModePiece =
  /** any one of these documents */
  | { sorte: 'un_parmi'; choix: readonly string[] }
  /** each of these documents; `siConcerne` marks one that not everybody has */
  | { sorte: 'tous'; elements: readonly ElementPiece[] }
  /** one of these or several */
  | { sorte: 'au_moins_un'; choix: readonly string[] }
  | { sorte: 'unique'; document: string }
  /** any proof */
  | { sorte: 'libre'; document: string }
  /** a code checked by a provider instead of a file (S-129) */
  | { sorte: 'code'; fournisseur: 'ephoto'; libelle: string; confirmer: string }
  /** satisfied by a ticked attestation of the form */
  | { sorte: 'declaration'; champ: string }
  /** the person says which case is theirs, each case with its own mode */
  | { sorte: 'variante'; question: string; variantes: readonly VariantePiece[] }
  /** model to download, sign and send back */
  | { sorte: 'formulaire_signe'; modele: string; document: string }
  /** one document per period going back from the deposit */
  | { sorte: 'par_periode'; periode: 'annee' | 'semestre'; nombre: number; document: string }
  /** several documents whose amounts add up */
  | { sorte: 'cumul'; document: string; choix: readonly string[] };

export type ElementPiece = { code: string; document: string; siConcerne?: boolean };
export type VariantePiece = { code: string; libelle: string; mode: ModePieceSimple };
export type ModePieceSimple = Exclude<ModePiece, { sorte: 'variante' | 'code' | 'declaration' }>;

/** S seed · L law in force · D ministry list 2021 · P service-public · R Refugies.info · O other public page · G general knowledge · X proposal */
export type Certitude = 'S' | 'L' | 'D' | 'P' | 'R' | 'O' | 'G' | 'X';

export type PieceDemandee = {
  code: string;
  libelle: string;
  aide?: string;
  /** heading under which it stands on screen and in the PDF */
  groupe: string;
  sousGroupe?: string;
  requis: boolean;
  condition?: Condition;
  moment: 'depot' | 'remise';
  mode: ModePiece;
  source: string;
  certitude: Certitude;
};

/** One version of the list of pieces, as published (D-05). */
export type ListeDePieces = {
  version: number;
  /** first day in force */
  effetLe: string;
  source: string;
  raison: string;
  pieces: readonly PieceDemandee[];
};

export type Procedure = {
  slug: string;
  version: number;
  /** code of the catalogue of facts */
  code: string;
  nom: string;
  /** ground and title as printed on lists: "PREMIERE DEMANDE DE TITRE DE SÉJOUR …" */
  titreListe: string;
  famille: string;
  baseLegale: string;
  sorte: 'premiere_demande' | 'renouvellement' | 'autre';
  /** sentences of the recap after step 1 (S-075) */
  situation: readonly string[];
  titreDelivre: { libelle: string; duree: string; parNationalite?: readonly { nationalites: readonly string[]; libelle: string }[] };
  /** months or days of silence making an implicit refusal (R.*432-1, R.432-2) */
  silence: { mois: number } | { jours: number };
  /** article that makes the commission du titre de sejour due before a refusal; absent: not due */
  commission?: string;
  /** article giving the right to work under the attestation; absent: no right */
  travailPendantInstruction?: string;
  tarif: string;
  etapes: readonly Etape[];
  listes: readonly ListeDePieces[];
  /** one worked example: what a person types, and the files they give */
  exemple: { reponses: Reponses; variantes: Readonly<Record<string, string>> };
};

/** A validated answer, by type of champ: text, list of texts, address, or repeated blocks. */
export type Reponse = string | readonly string[] | Adresse | readonly Reponses[];
export type Reponses = { readonly [code: string]: Reponse };
