// Appeal before the administrative court: two months after the notification (CJA R.421-1), one month when an obligation to leave goes with
// it (CESEDA L.614-1, L.911-1). A full period: the day it begins and the day it ends do not count, and it never ends on a day off.
import { type Jour, plusJours, plusMois } from '../jour.ts';
import { reporteAuJourOuvre } from './ouvres.ts';

const MOIS = 2;
const MOIS_AVEC_OQTF = 1;

/** Last day to go to court, included. */
export function dernierJourDeRecours(notifieeLe: Jour, oqtf: boolean, departement: string | null): Jour {
  return reporteAuJourOuvre(plusJours(plusMois(notifieeLe, oqtf ? MOIS_AVEC_OQTF : MOIS), 1), departement);
}
