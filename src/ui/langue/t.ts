// t() for the server. The language of a request lives in React's per-request cache: fixerLangue() fills it (layout and
// guard/loader, before anything is rendered). Outside a rendering (worker, server action, test) there is no store: French.
import { cache } from 'react';
import { dictionnaireDe, francais, type Traduire, traducteur } from './langues.ts';

const demande = cache((): { langue: string; traduire: Traduire } => ({ langue: 'fr', traduire: francais }));

/** Sets the language of the request being rendered. Give a code that went through lireLangue(). */
export function fixerLangue(langue: string): void {
  const courante = demande();
  courante.langue = langue;
  courante.traduire = langue === 'fr' ? francais : traducteur(langue, dictionnaireDe(langue));
}

/** The language of the request being rendered; 'fr' outside a rendering. */
export function langue(): string {
  return demande().langue;
}

/** A French phrase in the reader's language: t('Plus que {n} minutes', { n }). */
export const t: Traduire = (phrase, variables) => demande().traduire(phrase, variables);
