// The days to write in a calendar before the end of a titre: when the request opens, a reminder, the last day in time (R.431-5).
import { type Jour, joursEntre, plusJours } from '../jour.ts';
import type { Fenetre } from '../procedure/definition.ts';

/** Days before the last one on which the person is reminded. */
const RAPPEL_JOURS = 15;

export type JoursDeDepot = { ouvre: Jour; rappel: Jour; ferme: Jour };

/** Null when the request does not depend on the end of a titre. */
export function joursDeDepot(fenetre: Fenetre, finDuTitre: Jour): JoursDeDepot | null {
  if (fenetre.sorte !== 'fin_de_titre') return null;
  const ouvre = plusJours(finDuTitre, -fenetre.ouvreJours);
  const ferme = plusJours(finDuTitre, -fenetre.fermeJours);
  // never before the opening: half-way in a short period
  const avance = Math.min(RAPPEL_JOURS, Math.floor(joursEntre(ouvre, ferme) / 2));
  return { ouvre, rappel: plusJours(ferme, -avance), ferme };
}
