// How an answer goes back: bad input, refusal, fault. Three kinds of wrong, one shape for forms.
import 'server-only';
import { notFound } from 'next/navigation';
import type { Brut } from '#domain/procedure/champs.ts';
import { nicher } from '#domain/procedure/saisie.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import type { Refus } from '#domain/result.ts';
import type { EtatFormulaire } from './formulaire.ts';

/** What an action says when it has run: go there, or show this. */
export type Suite = { vers: string } | { etat: Partial<EtatFormulaire> } | Refus;

/** A refusal as a form state. `introuvable` is a 404: it must not tell whether the thing exists. */
export function etatDuRefus(refus: Refus, valeurs: Brut): EtatFormulaire {
  if (refus.refus === 'introuvable') notFound();
  return { erreurs: {}, general: phraseDuRefus(refus.refus, refus.details), valeurs };
}

/** FormData as nested plain values: 'prenoms.0' → prenoms[0]. Keys of the framework ($…) and files are left out. */
export function lireFormulaire(donnees: FormData): { [nom: string]: Brut } {
  return nicher(
    [...donnees.entries()].flatMap(([nom, valeur]) => (nom.startsWith('$') || typeof valeur !== 'string' ? [] : [[nom, valeur] as const])),
  );
}

/** A refusal told beside the field that it is about; without one, for the whole form. */
export function refusAuChamp(refus: Refus, champ: string | null | undefined): Suite {
  return champ ? { etat: { erreurs: { [champ]: phraseDuRefus(refus.refus, refus.details) } } } : refus;
}
