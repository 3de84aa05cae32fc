// Acting for somebody else (D-11): what may be confided on one dossier, and to whom. Pure.
import type { Jour } from '../jour.ts';

/** Each right is asked and given by itself; `voir` comes with every other one. */
export const DROITS = ['voir', 'remplir', 'joindre', 'repondre', 'deposer'] as const;
export type Droit = (typeof DROITS)[number];

export const LIBELLE_DROIT: Readonly<Record<Droit, string>> = {
  voir: 'Voir la demande, ses courriers et ses documents',
  remplir: 'Remplir les étapes de la demande',
  joindre: 'Joindre et retirer des justificatifs',
  repondre: 'Répondre aux demandes de complément',
  deposer: 'Déposer la demande',
};

/** Who may receive a mandat. */
export const QUALITES_MANDATAIRE = ['proche', 'association', 'avocat'] as const;
export type QualiteMandataire = (typeof QUALITES_MANDATAIRE)[number];

export const LIBELLE_QUALITE: Readonly<Record<QualiteMandataire, string>> = {
  proche: 'Un proche (famille, ami)',
  association: 'Une association',
  avocat: 'Un avocat',
};

/** Longest mandat, in months: somebody who forgot it is not bound for ever. */
export const MOIS_MANDAT = 12;

/** One dossier confided to who is calling: by a mandat, or to the agent d'accueil at the desk (mandatId null). */
export type Confie = {
  readonly dossierId: string;
  readonly droits: readonly Droit[];
  readonly mandatId: string | null;
  /** who acts, as events keep it */
  readonly par: { readonly sorte: 'usager' | 'agent'; readonly id: string };
};

/** How a mandataire is named to both parties: "Maître TESTAVOCAT (avocat)", "Claire TESTAIDE (La Maison TEST)". */
export function nomDuMandataire({
  nom,
  qualite,
  organisme,
}: {
  nom: string;
  qualite: QualiteMandataire;
  organisme: string | null;
}): string {
  return `${nom} (${organisme ?? NOM_QUALITE[qualite]})`;
}

const NOM_QUALITE: Readonly<Record<QualiteMandataire, string>> = { proche: 'un proche', association: 'association', avocat: 'avocat' };

export type EtatMandat = 'attend_mandataire' | 'en_vigueur' | 'fini' | 'revoque';

export type FaitsMandat = { mandataireLe: Date | null; revoqueLe: Date | null; finLe: Jour };

/** Where a mandat stands on a day (Europe/Paris); its last day is included. */
export function etatDuMandat({ mandataireLe, revoqueLe, finLe }: FaitsMandat, jour: Jour): EtatMandat {
  if (revoqueLe) return 'revoque';
  if (finLe < jour) return 'fini';
  return mandataireLe ? 'en_vigueur' : 'attend_mandataire';
}

/** The rights as they are kept: in their order, `voir` always. */
export function droitsComplets(droits: readonly Droit[]): Droit[] {
  return DROITS.filter((d) => d === 'voir' || droits.includes(d));
}
