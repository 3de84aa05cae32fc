// What is to be paid on a day: the case of the request, and what may be added to it (CESEDA L.436-1 to L.436-8, D-19). Amounts are whole
// cents. They are for information: the amount due is told when the title is handed over.
import type { Jour } from '../jour.ts';
import type { Provenance } from '../procedure/definition.ts';
import type { CodeSupplement, CodeTarif } from './codes.ts';

/** One row of the dated table. Several rows of one code at the same date are its cases (a duplicata costs what a renewal would). */
export type LigneTarif = {
  code: CodeTarif | CodeSupplement;
  /** what distinguishes the case; absent when the code has only one */
  cas?: { code: string; libelle: string };
  /** cents */
  taxe: number;
  timbre: number;
  /** part of the tax paid with the request and never given back, in cents (L.436-4) */
  aLaDemande?: number;
  /** first day; null: voted, but no source gives the day from which it applies – told, never applied */
  du: Jour | null;
  /** last day; absent: until another row takes its place */
  au?: Jour;
} & Provenance;

/** Key of an amount: its code, and its case when it has several. */
export const cleTarif = ({ code, cas }: Pick<LigneTarif, 'code' | 'cas'>): string => (cas ? `${code}.${cas.code}` : code);

export type Montant = LigneTarif & { total: number };

const lire = (ligne: LigneTarif): Montant => ({ ...ligne, total: ligne.taxe + ligne.timbre });

const estApplicable = (ligne: LigneTarif, jour: Jour) =>
  ligne.du !== null && ligne.du <= jour && (ligne.au === undefined || jour <= ligne.au);

/** The latest row of each case, in the order of the table. */
function parCas(lignes: readonly LigneTarif[]): Montant[] {
  const retenues = new Map<string | undefined, LigneTarif>();
  for (const ligne of lignes) {
    const connue = retenues.get(ligne.cas?.code);
    if (!connue || (connue.du ?? '') <= (ligne.du ?? '')) retenues.set(ligne.cas?.code, ligne);
  }
  return [...retenues.values()].map(lire);
}

/** The amounts of a code on a day, one for each of its cases; empty when no row applies on that day. */
export function montantsAu(lignes: readonly LigneTarif[], code: LigneTarif['code'], jour: Jour): Montant[] {
  return parCas(lignes.filter((l) => l.code === code && estApplicable(l, jour)));
}

/** The amounts voted for a code whose first day is not known: to be told beside the others. */
export function montantsAnnonces(lignes: readonly LigneTarif[], code: LigneTarif['code']): Montant[] {
  return lignes.filter((l) => l.code === code && l.du === null).map(lire);
}

export type DemandeDeMontant = { code: CodeTarif; cas?: string; supplements?: readonly CodeSupplement[] };

/**
 * The amount of one request: its case, then each supplement. `cas` is needed when the code has several. Undefined when a row is missing
 * on that day, or when the case is not said.
 */
export function montantDe(
  lignes: readonly LigneTarif[],
  { code, cas, supplements = [] }: DemandeDeMontant,
  jour: Jour,
): { total: number; detail: readonly Montant[] } | undefined {
  const possibles = montantsAu(lignes, code, jour);
  const principal = cas === undefined && possibles.length === 1 ? possibles[0] : possibles.find((m) => m.cas?.code === cas);
  const ajouts = supplements.map((s) => montantsAu(lignes, s, jour)[0]);
  const detail = [principal, ...ajouts].filter((m) => m !== undefined);
  if (detail.length !== 1 + supplements.length) return undefined;
  return { total: detail.reduce((somme, m) => somme + m.total, 0), detail };
}

const entiers = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const avecCentimes = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** Cents as people read them: 22500 → « 225 € », 4550 → « 45,50 € » (the space does not break). */
export function enEuros(centimes: number): string {
  return (centimes % 100 === 0 ? entiers : avecCentimes).format(centimes / 100);
}

const SAISIE = /^(\d+)(?:,(\d{1,2}))?$/;

/** Cents of an amount as it is typed: « 22,50 » → 2250; 0 for an empty text or one that is not an amount. */
export function centimesSaisis(texte: string | undefined): number {
  const [, entiers = '0', decimales = ''] = SAISIE.exec(texte ?? '') ?? [];
  return Number(entiers) * 100 + Number(decimales.padEnd(2, '0'));
}

/** Cents as they are typed, the inverse: 2250 → « 22,50 », 22500 → « 225 ». */
export function eurosSaisis(centimes: number): string {
  return centimes % 100 === 0 ? String(centimes / 100) : (centimes / 100).toFixed(2).replace('.', ',');
}
