// How long a request is kept. Dates only: what is erased, and when it is really done, is the retention's own business.
import { DEPOSES } from '../dossier/statuts.ts';
import { type Jour, plusJours, plusMois } from '../jour.ts';
import type { FaitsDelais } from './faits.ts';

/** D-12: after the last save. */
export const JOURS_BROUILLON = 90;
/** D-12: of a temporary compte that has never filed. */
export const JOURS_BROUILLON_TEMPORAIRE = 30;
/** R.142-21: without any update; with a titre, after its end. */
export const ANNEES_DE_CONSERVATION = 5;

/** Last day of a draft; null once filed or given up. */
export function finDuBrouillon({ statut, modifieLe, compteDurable }: FaitsDelais): Jour | null {
  if (statut !== 'brouillon') return null;
  return plusJours(modifieLe, compteDurable ? JOURS_BROUILLON : JOURS_BROUILLON_TEMPORAIRE);
}

/** Last day of the file of a request that is over; null while it is open: nothing filed is ever erased by a clock before its end. */
export function finDeConservation({ statut, modifieLe, document, titre }: FaitsDelais): Jour | null {
  const close =
    DEPOSES.some((s) => s === statut) && (statut === 'remis' || statut === 'refuse' || statut === 'clos' || statut === 'retire');
  if (!close) return null;
  const dernier = [modifieLe, document?.finLe ?? modifieLe, titre.finLe ?? modifieLe].toSorted().at(-1) ?? modifieLe;
  return plusMois(dernier, ANNEES_DE_CONSERVATION * 12);
}

/** D-12: the warning by mail. */
export const JOURS_AVERTISSEMENT = 15;

/**
 * The periods of 03-instruction 12. A file is that of a person (R.142-20: one per foreigner), so one request still open, or one document
 * still valid, keeps all the others. The measures of removal (R.142-21, 2° to 4°) and the B2 record are not held by the portal: their
 * periods are here for the day when they would be, and to be read.
 */
export const CONSERVATION = {
  brouillon: {
    libelle: 'Brouillon jamais déposé',
    article: 'RGPD, art. 5, 1, e ; D-12',
    duree: '90 jours après le dernier enregistrement',
  },
  brouillon_temporaire: {
    libelle: 'Brouillon d’un compte temporaire qui n’a jamais déposé',
    article: 'RGPD, art. 5, 1, e ; D-12',
    duree: '30 jours après le dernier enregistrement',
  },
  sans_mise_a_jour: { libelle: 'Dossier sans mise à jour', article: 'CESEDA, art. R. 142-21, al. 1', duree: '5 ans' },
  apres_document: {
    libelle: 'Dossier avec un titre ou un document de voyage',
    article: 'CESEDA, art. R. 142-21, 1°',
    duree: '5 ans après la fin du document, sans mise à jour',
  },
  naturalisation: {
    libelle: 'Personne devenue française',
    article: 'CESEDA, art. R. 142-21, al. 8',
    duree: '1 an après le décret, 6 mois après l’enregistrement de la déclaration',
  },
  casier: {
    libelle: 'Résultat du bulletin n° 2',
    article: 'CESEDA, art. R. 142-21, dernier al.',
    duree: '3 ans (le portail n’en garde pas)',
  },
  consultations: { libelle: 'Journal des consultations', article: 'CESEDA, art. R. 142-22', duree: '3 ans' },
} as const;
export type CodeConservation = keyof typeof CONSERVATION;

/** Everything of one person, or of one compte that nobody is tied to yet. */
export type FaitsPersonne = {
  /** one request is a draft, filed, examined or proposed */
  enCours: boolean;
  /** last change of any of her requests: hers, or a significant one of her situation; later than true is never early */
  miseAJourLe: Jour;
  /** end of the last titre, travel document or attestation; null: none */
  finDuDocument: Jour | null;
  /** decree, or registration of the declaration */
  naturalisation: { sorte: 'decret' | 'declaration'; le: Jour } | null;
};

export type Effacement = { regle: 'sans_mise_a_jour' | 'apres_document' | 'naturalisation'; aPartirDu: Jour };

/** First day on which the law has the file of a person erased, and by which rule; null: not as things are. */
export function effacementDe({ enCours, miseAJourLe, finDuDocument, naturalisation }: FaitsPersonne): Effacement | null {
  if (enCours) return null;
  if (naturalisation !== null) {
    const terme = plusMois(naturalisation.le, naturalisation.sorte === 'decret' ? 12 : 6);
    // nothing that moved since is taken away before the shorter of the two periods
    return { regle: 'naturalisation', aPartirDu: [plusJours(terme, 1), plusJours(plusMois(miseAJourLe, 6), 1)].toSorted().at(-1) ?? terme };
  }
  const mois = ANNEES_DE_CONSERVATION * 12;
  if (finDuDocument === null || finDuDocument <= miseAJourLe)
    return { regle: finDuDocument === null ? 'sans_mise_a_jour' : 'apres_document', aPartirDu: plusJours(plusMois(miseAJourLe, mois), 1) };
  return { regle: 'apres_document', aPartirDu: plusJours(plusMois(finDuDocument, mois), 1) };
}

export type Brouillon = { sauveLe: Jour; compteDurable: boolean };

/** D-12: when the person is warned, and the first day on which the draft is erased. */
export function termeDuBrouillon({ sauveLe, compteDurable }: Brouillon): {
  regle: 'brouillon' | 'brouillon_temporaire';
  avertirLe: Jour;
  aPartirDu: Jour;
} {
  const fin = plusJours(sauveLe, compteDurable ? JOURS_BROUILLON : JOURS_BROUILLON_TEMPORAIRE);
  return {
    regle: compteDurable ? 'brouillon' : 'brouillon_temporaire',
    avertirLe: plusJours(fin, -JOURS_AVERTISSEMENT),
    aPartirDu: plusJours(fin, 1),
  };
}
