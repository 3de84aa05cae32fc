// Delegation of signature: a decision is signed by somebody to whom the préfet has delegated it, by a published arrete, for that kind
// of decision and that day; signed without one, it is void (CRPA L.212-1 wants its author known, the delegation makes them competent).
import type { Jour } from '../jour.ts';
import type { CodeRefus } from '../refusals.ts';
import { ok, type Resultat, refuse } from '../result.ts';

export const SORTES_DELEGATION = ['favorable', 'refus', 'cloture', 'attestation'] as const;
export type SorteDelegation = (typeof SORTES_DELEGATION)[number];

export const LIBELLE_SORTE: Readonly<Record<SorteDelegation, string>> = {
  favorable: 'Décisions favorables',
  refus: 'Refus',
  cloture: 'Clôtures',
  attestation: 'Attestations',
};

export type Delegation = {
  /** reference of the published arrete, printed under the decision */
  reference: string;
  sortes: readonly string[];
  debutLe: Jour;
  /** last day included; null: until it is revoked */
  finLe: Jour | null;
  estRevoquee: boolean;
};

export type EtatDelegation = 'en_vigueur' | 'a_venir' | 'echue' | 'revoquee';

export function etatDelegation({ debutLe, finLe, estRevoquee }: Omit<Delegation, 'reference' | 'sortes'>, jour: Jour): EtatDelegation {
  if (estRevoquee) return 'revoquee';
  if (debutLe > jour) return 'a_venir';
  return finLe !== null && finLe < jour ? 'echue' : 'en_vigueur';
}

const REFUS: Readonly<Record<Exclude<EtatDelegation, 'en_vigueur'>, CodeRefus>> = {
  a_venir: 'delegation_a_venir',
  echue: 'delegation_echue',
  revoquee: 'delegation_revoquee',
};

/** The delegation under which this decision may be signed that day, or why there is none: the nearest miss is told. */
export function delegationPour(delegations: readonly Delegation[], sorte: SorteDelegation, jour: Jour): Resultat<Delegation> {
  const deLaSorte = delegations.filter((d) => d.sortes.includes(sorte));
  const valable = deLaSorte.find((d) => etatDelegation(d, jour) === 'en_vigueur');
  if (valable) return ok(valable);
  for (const etat of ['a_venir', 'echue', 'revoquee'] as const) {
    if (deLaSorte.some((d) => etatDelegation(d, jour) === etat)) return refuse(REFUS[etat]);
  }
  return refuse(delegations.some((d) => etatDelegation(d, jour) === 'en_vigueur') ? 'delegation_autre_sorte' : 'delegation_absente');
}
