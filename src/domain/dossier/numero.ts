// Numero de la demande (D-03): 19 digits = 4 of the prefecture + 8 of the day of deposit in Paris + 7 of the national sequence of the year.
import type { Jour } from '../jour.ts';

/** `prefixe` is the four digits of the departement at deposit, `sequence` from 1 to 9 999 999. */
export function numeroDeDemande(prefixe: string, jour: Jour, sequence: number): string {
  if (!/^\d{4}$/.test(prefixe)) throw new Error(`préfixe de préfecture invalide : ${prefixe}`);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 9_999_999) throw new Error(`séquence hors bornes : ${sequence}`);
  return `${prefixe}${jour.replaceAll('-', '')}${String(sequence).padStart(7, '0')}`;
}
