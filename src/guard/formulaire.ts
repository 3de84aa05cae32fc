// The shape that actions and forms share; the only file of this room that the browser may load.
import type { Brut } from '#domain/procedure/champs.ts';

/** What a person may prove who they are with, when they are asked again. */
export type Moyens = { code: boolean; cle: boolean; secours: boolean; motDePasse: boolean };

export type EtatFormulaire = {
  /** name of the input → what to do about it */
  erreurs: Record<string, string>;
  /** sentence about the whole form */
  general?: string;
  /** what was typed, put back in the inputs */
  valeurs?: Brut;
  /** number of the fault to quote */
  faute?: string;
  /** somebody, or another tab, saved meanwhile: the version to overwrite on purpose, if the person so chooses */
  conflit?: number;
  /** told when something was done without leaving the page */
  succes?: string;
  /** of a batch: what became of each thing, in the order asked */
  resultats?: readonly { objet: string; fait: boolean; phrase: string }[];
  /** nothing is done yet: the same form goes again, with a proof (fields `preuve.…`) */
  confirmation?: Moyens;
  /** challenge for a passkey, as JSON for the browser */
  defi?: string;
  /** secrets shown once and kept nowhere */
  codes?: readonly string[];
};

export const FORMULAIRE_VIDE: EtatFormulaire = { erreurs: {} };

/** Shape of every action: works with useActionState, and as a plain form post before scripts. */
export type Action = (etat: EtatFormulaire, donnees: FormData) => Promise<EtatFormulaire>;
