// The life of a list of pieces (D-05): a draft, then published from a day, then replaced. What is shown is said by the dates.
import type { Jour } from '../jour.ts';
import { derniere, enVigueur } from '../publication/vigueur.ts';

export type EtatListe = 'brouillon' | 'a_venir' | 'en_vigueur' | 'remplacee';
export const ETATS_LISTE = {
  brouillon: 'Brouillon',
  a_venir: 'Publiée, pas encore en vigueur',
  en_vigueur: 'En vigueur',
  remplacee: 'Remplacée',
} as const satisfies Record<EtatListe, string>;

export type VersionDatee = { version: number; estBrouillon: boolean; effetLe: Jour };

const publiees = <V extends VersionDatee>(versions: readonly V[]) => versions.filter((v) => !v.estBrouillon);

/** The published version that rules on a day; undefined before the first. */
export function enVigueurLe<V extends VersionDatee>(versions: readonly V[], jour: Jour): V | undefined {
  return enVigueur(publiees(versions), jour);
}

export function etatLe(version: VersionDatee, versions: readonly VersionDatee[], jour: Jour): EtatListe {
  if (version.estBrouillon) return 'brouillon';
  if (version.effetLe > jour) return 'a_venir';
  return enVigueurLe(versions, jour)?.version === version.version ? 'en_vigueur' : 'remplacee';
}

/** The version that a draft starts from: the one in force, or the last one to come, which would otherwise be undone. */
export function dernierePubliee<V extends VersionDatee>(versions: readonly V[]): V | undefined {
  return derniere(publiees(versions));
}
