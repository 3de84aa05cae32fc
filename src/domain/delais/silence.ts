// The silence that makes a decision of rejection (R.*432-1, R.432-2) and what suspends it (CRPA L.114-5): the period given to complete a
// request, from the day the person was told until the answer, or the end of that period. What was suspended is added, day for day.

import { OUVERTS, type Statut } from '../dossier/statuts.ts';
import { type Jour, jourDe, joursEntre, plusJours } from '../jour.ts';
import { jourDuSilence } from '../procedure/suites.ts';
import { echeanceComplement } from './complement.ts';
import type { ComplementSuivi, FaitsDelais } from './faits.ts';

/** From one day to another: the days after `debut`, up to `fin` included. */
export type Suspension = { debut: Jour; fin: Jour };

export const estOuvert = (statut: Statut): boolean => OUVERTS.some((s) => s === statut);

/** When a complement suspends; null while the person has not been told, or when it suspends nothing. */
export function suspensionDe(complement: ComplementSuivi, jour: Jour): Suspension | null {
  const { disponibleLe, ouverteLe, reponduLe, leveLe } = complement;
  const arret = [reponduLe, leveLe].filter((j) => j !== null).toSorted()[0];
  if (disponibleLe === null) return null;
  // once it is over, nothing that happens later changes when it began: neither the days that pass nor a late reading
  const luATemps = ouverteLe !== null && (arret === undefined || jourDe(ouverteLe) <= arret);
  const vu = { ...complement, disponibleLe, ouverteLe: luATemps ? ouverteLe : null };
  const echeance = echeanceComplement(vu, arret !== undefined && arret < jour ? arret : jour);
  if (echeance === null) return null;
  const debut = echeance.notifieLe;
  const fin = arret !== undefined && arret < echeance.dernierJour ? arret : echeance.dernierJour;
  return fin > debut ? { debut, fin } : null;
}

/** Pushes the end by what suspended it before it was reached. Overlapping suspensions count once. */
export function reporter(fin: Jour, depuis: Jour, suspensions: readonly Suspension[]): Jour {
  let finReportee = fin;
  let compteJusqu = depuis;
  for (const { debut, fin: arret } of suspensions.toSorted((a, b) =>
    a.debut === b.debut ? (a.fin < b.fin ? -1 : 1) : a.debut < b.debut ? -1 : 1,
  )) {
    const effectif = debut > compteJusqu ? debut : compteJusqu;
    if (effectif >= finReportee || arret <= effectif) continue;
    finReportee = plusJours(finReportee, joursEntre(effectif, arret));
    compteJusqu = arret;
  }
  return finReportee;
}

/** Last day of silence, as things stand that day; null: decided, not filed, or no text says. After it, a rejection was born. */
export function finDuSilence({ statut, deposeLe, rouvertLe, regime, complements }: FaitsDelais, jour: Jour): Jour | null {
  if (!estOuvert(statut) || deposeLe === null || !regime?.silence) return null;
  const depuis = rouvertLe !== null && rouvertLe > deposeLe ? rouvertLe : deposeLe;
  const suspensions = complements.map((c) => suspensionDe(c, jour)).filter((s) => s !== null);
  return reporter(jourDuSilence(regime.silence, depuis), depuis, suspensions);
}

/** True on a day on which a complement suspends the silence. */
export function estSuspendu({ complements }: FaitsDelais, jour: Jour): boolean {
  return complements.some((c) => {
    const suspension = suspensionDe(c, jour);
    return suspension !== null && suspension.debut <= jour && jour < suspension.fin;
  });
}
