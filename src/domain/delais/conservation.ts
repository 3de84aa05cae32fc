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
