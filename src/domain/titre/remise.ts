// The hand-over of a titre (CESEDA R.431-20, R.142-23; R.436-3): what is checked one by one, and what is kept of it.
import type { Jour } from '../jour.ts';

/** What became of the titre that the person held. `aucun`: they held none, or none is known. */
export const SORTS_ANCIEN_TITRE = ['rendu', 'perdu', 'aucun'] as const;
export type SortAncienTitre = (typeof SORTS_ANCIEN_TITRE)[number];

export const MOTS_ANCIEN_TITRE: Readonly<Record<SortAncienTitre, string>> = {
  rendu: 'Rendu au guichet',
  perdu: 'Non rendu : déclaré perdu ou volé',
  aucun: 'Aucun titre à rendre',
};

export const DOCUMENTS_IDENTITE = ['passeport', 'carte_identite', 'titre_de_voyage', 'autre'] as const;
export type DocumentIdentite = (typeof DOCUMENTS_IDENTITE)[number];
export const MOTS_DOCUMENT_IDENTITE: Readonly<Record<DocumentIdentite, string>> = {
  passeport: 'Passeport',
  carte_identite: 'Carte nationale d’identité',
  titre_de_voyage: 'Titre de voyage',
  autre: 'Autre document avec photographie',
};

/** R.142-23: of the fingerprints, only their number and their nature are told. */
export const EMPREINTES = ['deux_index', 'deux_autres', 'une', 'aucune'] as const;
export type Empreintes = (typeof EMPREINTES)[number];
export const MOTS_EMPREINTES: Readonly<Record<Empreintes, string>> = {
  deux_index: 'Deux empreintes, des deux index',
  deux_autres: 'Deux empreintes, d’autres doigts',
  une: 'Une empreinte',
  aucune: 'Aucune empreinte : impossibilité physique, ou âge',
};

/** As it was checked, kept with the dossier. Amounts in cents; `pieces`: codes. */
export type Controles = {
  identite: DocumentIdentite;
  ancienTitre: SortAncienTitre;
  timbres: readonly { numero: string; montant: number }[];
  montantDu: number;
  pieces: readonly string[];
  empreintes: Empreintes;
  /** the notice of R.431-20 was signed; the copy of R.142-23 was given */
  noticeSignee: true;
  copieRemise: true;
};

/** A card as the desk records its arrival. */
export type TitreRecu = { numeroTitre: string; debut: Jour; fin: Jour };

/** Capitals and digits, as printed on the card; null when it cannot be one. */
export function numeroTitreSaisi(texte: string): string | null {
  const numero = texte
    .normalize('NFKC')
    .replace(/[\s.\-–]/g, '')
    .toUpperCase();
  return /^[A-Z0-9]{6,12}$/.test(numero) ? numero : null;
}

/** Sortes of the documents that prove a right only until the titre is handed over (R.431-15-1): they lose their effect that day. */
export const DOCUMENTS_JUSQU_A_LA_REMISE: readonly string[] = ['attestation_decision_favorable', 'attestation_prolongation'];
