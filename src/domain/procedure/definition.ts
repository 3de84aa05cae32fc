// The language in which a procedure is written. A definition is data: it survives JSON, a lawyer can check it,
// and everything else (wizard page, validation, pieces, transcript, agent's view, PDF list) reads it.

import type { Adresse } from '../adresse/adresse.ts';
import type { MotifHorsAnef } from '../orientation/motifs.ts';
import type { Format } from '../piece/fichier.ts';
import type { CodeTarif } from '../tarif/codes.ts';
import type { TypeTitre } from '../titre/titres.ts';

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

/** Why an answer stops the person here, and where to go instead: another procedure (D-10), or a ground that is not filed here (C06). */
export type Arret = { si: Condition; message: string; vers?: { procedure: string } | { orientation: MotifHorsAnef } };

type ChampCommun = {
  /** snake_case, for ever: survives versions, carries answers from one to the next */
  code: string;
  libelle: string;
  aide?: string;
  requis?: boolean;
  visible?: Condition;
  /** the answer is refused with this sentence when the condition is certainly true */
  arret?: Arret;
  /** label used in the transcript when the question would read badly there */
  libelleCourt?: string;
  /** when it differs from that of its section */
  provenance?: Provenance;
};

/** What each type of champ adds to the common part. One line here, one kind in champs.ts, one view. */
type ParType = {
  /** `siret`: 14 digits with their key; `chiffres`: digits only, as printed on a document */
  texte: { forme: 'nom' | 'lieu' | 'ligne' | 'siret' | 'chiffres'; max: number; autocomplete?: string };
  texte_long: { max: number };
  /** repeatable line of text: first names */
  textes: { ajout: string; max: number; autocomplete?: string };
  choix: { options: readonly Option[]; presentation: 'liste' | 'boutons' };
  oui_non: Record<never, never>;
  /** boxes, one or several */
  cases: { options: readonly Option[] };
  /** whole number, in `unite` (« cm », « € par mois ») */
  nombre: { min: number; max: number; unite?: string };
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
  /** read-only: what the registre knew the day the request was begun. The code of the champ is the name of the fact. */
  connu: { fait: FaitConnu };
  /** box that must be ticked */
  attestation: Record<never, never>;
  /** repeated block: "Enfant" gives "Enfant 1", "Enfant 2"… */
  repetition: { element: string; ajout: string; max: number; champs: readonly ChampSimple[] };
};

export type TypeChamp = keyof ParType;

/** What the registre may know of a person and their titre; `titre_type` is a code of `titre/titres.ts`, read as its mention. */
export type FaitConnu = 'numero_etranger' | 'titre_type' | 'titre_debut' | 'titre_fin';

/** One question. `Champ<'date'>` is a date; `Champ` is any. */
export type Champ<T extends TypeChamp = TypeChamp> = { [K in T]: ChampCommun & { type: K } & ParType[K] }[T];
export type ChampSimple = Champ<Exclude<TypeChamp, 'repetition'>>;
export type ChampRepetition = Champ<'repetition'>;

/** Where a fact comes from, how sure it is, and the date of that source ('2022', '2021-05' or a whole day). */
export type Provenance = { source: string; certitude: Certitude; dateSource: string };

export type Section = {
  code: string;
  titre: string;
  introduction?: string;
  sousTitre?: string;
  champs: readonly Champ[];
  /** absent only from what the portal adds by itself */
  provenance?: Provenance;
};

type EtapeCommune = {
  code: string;
  titre: string;
  /** share of the whole already done when arriving here, in percent (S-076, S-077) */
  progression: number;
  /** minutes left when arriving here (S-078); absent: not shown */
  minutes?: number;
  /** sentence at the head of the step */
  entete?: string;
  /** title of the numbered step shared by neighbouring screens (S-186: three screens of « Informations personnelles »); absent: its own */
  jalon?: string;
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
  | { sorte: 'code'; fournisseur: Fournisseur; libelle: string; confirmer: string }
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

/** Who checks a code typed instead of a file. */
export type Fournisseur = 'ephoto' | 'timbre';

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
  /** months during which the document is accepted after its date; absent: not said by the source */
  validiteMois?: number;
  /** formats of the files, when fewer than all those that the portal takes */
  formats?: readonly Format[];
} & Provenance;

/** One version of the list of pieces, as published (D-05). */
export type ListeDePieces = {
  version: number;
  /** first day in force */
  effetLe: string;
  source: string;
  raison: string;
  pieces: readonly PieceDemandee[];
};

/** Which compte may begin, and from what. */
export type Acces =
  /** no title yet: a temporary compte, from the questions of `situations.ts`; `titres`: those whose holders renew by the same form */
  | { sorte: 'sans_titre'; titres?: readonly TypeTitre[] }
  /** a title known to the registre, of one of these types */
  | { sorte: 'titre'; titres: readonly TypeTitre[] }
  /** any compte with a numéro étranger or a visa, whatever the title */
  | { sorte: 'numero' }
  /** any compte: an employer, an adult asking for the nationality */
  | { sorte: 'compte' };

/** When the request may be filed. Days and months are those of the article. */
export type Fenetre = { article: string } & (
  | { sorte: 'libre' }
  /** between two days before the end of the title held (R.431-5 1°: 120 and 60) */
  | { sorte: 'fin_de_titre'; ouvreJours: number; fermeJours: number }
  /** within some months of the entry in France, a date asked in `champ`; `ferme`: refused afterwards, otherwise only late */
  | { sorte: 'depuis'; champ: string; mois: number; ferme: boolean }
);

/** What the person holds while the request is examined. `mention` is printed on it. */
export type DocumentProvisoire = {
  article: string;
} /** due to a complete and timely request when the document held expires (R.431-15-1); months, renewable */ & (
  | { sorte: 'api'; mois: number }
  /** issued at the deposit itself (R.431-15-3, R.431-15-4) */
  | { sorte: 'api_immediate'; mois: number; mention: string }
  /** the deposit or registration is certified, nothing more */
  | { sorte: 'attestation'; mention: string }
  | { sorte: 'aucun' }
);

/** Silence that makes a decision; `si` absent: in every other case. */
export type Silence = { delai: { mois: number } | { jours: number }; article: string; si?: Condition };

export type TitreDelivre = {
  libelle: string;
  duree: string;
  /** the first whose condition holds takes the place of the general one */
  selon?: readonly { si: Condition; libelle: string; duree?: string }[];
};

export type Procedure = {
  slug: string;
  version: number;
  /** code of the catalogue of facts */
  code: string;
  nom: string;
  /** ground and title as printed on lists: "PREMIERE DEMANDE DE TITRE DE SÉJOUR …" */
  titreListe: string;
  famille: Famille;
  baseLegale: string;
  sorte: 'premiere_demande' | 'renouvellement' | 'autre';
  /** who is concerned, in one sentence for the catalogue */
  public: string;
  /** cases next to this one that it does not receive, told before it is begun; the person then writes to the contact centre */
  horsDuCas?: readonly string[];
  /** sentences of the recap after step 1 (S-075) */
  situation: readonly string[];
  acces: Acces;
  /** for whom: oneself, a minor that one represents, a person that one employs */
  demandeur: 'soi' | 'mineur' | 'salarie';
  /** first day on the portal; the administration may close or open it from a date */
  ouverture: { depuis: string } & Provenance;
  fenetre: Fenetre;
  /** `automatique`: checked by the machine, no agent decides (validation of a VLS-TS) */
  traitement: 'instruction' | 'automatique';
  titreDelivre: TitreDelivre;
  /** in order, the first whose condition holds (R.*432-1, R.432-2); empty: no text says */
  silence: readonly Silence[];
  documentProvisoire: DocumentProvisoire;
  /** right to work while the request is examined; absent: none. `si`: only then; `precision` is told to the person */
  travailPendantInstruction?: { article: string; si?: Condition; precision?: string };
  /** article that makes the commission du titre de sejour due before a refusal; absent: not due */
  commission?: string;
  /** only then; absent: in every case */
  commissionSi?: Condition;
  tarif: CodeTarif;
  /** the first whose condition holds takes the place of `tarif`; `cas` when the table of amounts has several for the code */
  tarifSelon?: readonly { si: Condition; tarif: CodeTarif; cas?: string }[];
  /** what an accepted request changes elsewhere, on its own */
  effet?: Effet;
  /** what the person is told, and handed, as soon as the request is filed */
  suiteDuDepot?: SuiteDuDepot;
  /** champ whose address says which préfecture is competent; absent: `adresse` */
  adresseCompetente?: string;
  /** the title held must have this long to run on the day of the deposit; otherwise its renewal is asked instead */
  resteDuTitre?: { mois: number; article: string };
  /** seen only by the agents of a list (vulnerable persons, C40) from the deposit on */
  accesRestreint?: true;
  /** codes of the national file, for the registre */
  agdref?: readonly string[];
  provenance: Provenance;
  etapes: readonly Etape[];
  listes: readonly ListeDePieces[];
  /** one worked example: what a person types, the files they give, and what the registre knows of them */
  exemple: { reponses: Reponses; variantes: Readonly<Record<string, string>> };
};

/** Effects outside of the dossier, once accepted: address known of the person, their civil status, the end of a title. */
export const EFFETS = ['adresse', 'etat_civil', 'titre_invalide'] as const;
export type Effet = (typeof EFFETS)[number];

/** The blank medical certificate to be sent to the OFII (R.425-12). */
export type SuiteDuDepot = 'certificat_ofii';

/** Headings of the catalogue. */
export const FAMILLES = {
  famille_de_francais: 'Famille de Français',
  ne_en_france: 'Né en France',
  regroupement_familial: 'Regroupement familial',
  union_europeenne: 'Citoyens de l’Union européenne et leur famille',
  etudes: 'Études',
  talent: 'Talent',
  visiteur: 'Visiteur',
  travail: 'Travail',
  protection: 'Protection internationale',
  vulnerabilite: 'Vulnérabilité',
  sante: 'Santé',
  resident: 'Carte de résident',
  voyage: 'Documents de voyage',
  vls_ts: 'Visa de long séjour valant titre de séjour',
  changement: 'Changement de situation',
  nationalite: 'Nationalité française',
} as const;
export type Famille = keyof typeof FAMILLES;

/** A validated answer, by type of champ: text, list of texts, address, or repeated blocks. */
export type Reponse = string | readonly string[] | Adresse | readonly Reponses[];
export type Reponses = { readonly [code: string]: Reponse };
