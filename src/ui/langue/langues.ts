// The languages the screens can speak. French is the key of every phrase, so it needs no dictionary; 'zz' is the
// pseudo-language of the tests: it shows at a glance the text that escaped t().

export const LANGUE_COOKIE = 'langue';

export type Variables = Readonly<Record<string, string | number>>;
export type Dictionnaire = Readonly<Record<string, string>>;
/** Gives a French phrase in the reader's language, its {holes} filled. An unknown phrase stays in French. */
export type Traduire = (phrase: string, variables?: Variables) => string;

/** Dictionaries by language. A language is offered when it has one. */
const dictionnaires: Readonly<Record<string, Dictionnaire>> = { fr: {}, zz: {} };

/** Languages offered in the menu, under their own name. */
export const languesOffertes = [{ code: 'fr', nom: 'Français' }] as const;

const droiteAGauche: ReadonlySet<string> = new Set(['ar', 'fa', 'ps', 'ur', 'he', 'ku', 'prs', 'ug']);

/** Reads a language code that came from outside; anything unknown is French. */
export function lireLangue(code: string | null | undefined): string {
  return code && Object.hasOwn(dictionnaires, code) ? code : 'fr';
}

export function dictionnaireDe(langue: string): Dictionnaire {
  return dictionnaires[langue] ?? {};
}

export function sensDe(langue: string): 'ltr' | 'rtl' {
  return droiteAGauche.has(langue.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Fills {nom} with variables.nom; a hole without a value stays visible, so that a test or a reader sees it. */
function interpoler(phrase: string, variables?: Variables): string {
  if (variables === undefined) return phrase;
  return phrase.replaceAll(/\{(\w+)\}/g, (trou, nom: string) => (Object.hasOwn(variables, nom) ? String(variables[nom]) : trou));
}

/** The translator of one language. */
export function traducteur(langue: string, dictionnaire: Dictionnaire): Traduire {
  if (langue === 'zz') return (phrase, variables) => `⟦${interpoler(phrase, variables)}⟧`;
  return (phrase, variables) => interpoler(dictionnaire[phrase] ?? phrase, variables);
}

export const francais: Traduire = interpoler;
