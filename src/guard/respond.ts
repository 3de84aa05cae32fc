// How an answer goes back: bad input, refusal, fault. Three kinds of wrong, one shape for forms.
import 'server-only';
import { notFound } from 'next/navigation';
import type { Refus } from '#domain/result.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import type { Brut } from '#domain/procedure/champs.ts';

export type EtatFormulaire = {
  /** name of the input → what to do about it */
  erreurs: Record<string, string>;
  /** sentence about the whole form */
  general?: string;
  /** what was typed, put back in the inputs */
  valeurs?: Brut;
  /** number of the fault to quote */
  faute?: string;
  /** told when something was done without leaving the page */
  succes?: string;
};

export const FORMULAIRE_VIDE: EtatFormulaire = { erreurs: {} };

/** What an action says when it has run: go there, or show this. */
export type Suite = { vers: string } | { etat: Partial<EtatFormulaire> } | Refus;

/** A refusal as a form state. `introuvable` is a 404: it must not tell whether the thing exists. */
export function etatDuRefus(refus: Refus, valeurs: Brut): EtatFormulaire {
  if (refus.refus === 'introuvable') notFound();
  return { erreurs: {}, general: phraseDuRefus(refus.refus, refus.details), valeurs };
}

/** FormData as nested plain values: 'prenoms.0' → prenoms[0]. Keys of the framework ($…) and files are left out. */
export function lireFormulaire(donnees: FormData): { [nom: string]: Brut } {
  const racine: { [nom: string]: Brut } = {};
  for (const [nom, valeur] of donnees.entries()) {
    if (nom.startsWith('$') || typeof valeur !== 'string') continue;
    poser(racine, nom.split('.'), valeur);
  }
  return racine;
}

type Noeud = { [nom: string]: Brut };
const estNoeud = (brut: Brut): brut is Noeud => typeof brut === 'object' && brut !== null && !Array.isArray(brut);

function poser(noeud: Noeud, chemin: readonly string[], valeur: string): void {
  const [tete, ...suite] = chemin;
  if (tete === undefined || tete === '__proto__' || tete === 'constructor') return;
  if (suite.length === 0) {
    noeud[tete] = valeur;
    return;
  }
  const enfant = noeud[tete];
  const branche: Noeud = estNoeud(enfant) ? enfant : {};
  noeud[tete] = branche;
  poser(branche, suite, valeur);
}
