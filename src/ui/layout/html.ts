// What surrounds every page is the same for everybody: writing it as one text costs nothing, where an element costs three times
// (rendered, serialised for the browser, written as HTML). Only for our own words: what a person typed stays in React elements.

/** A text that is safe to write as HTML: given to `dangerouslySetInnerHTML` as it is. */
export type Html = { readonly __html: string };

const SIGNES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
const enTexte = (texte: string): string => texte.replaceAll(/[&<>"']/g, (signe) => SIGNES[signe] ?? signe);

type Trou = string | Html | readonly Html[] | null;
const ecrire = (trou: Trou): string => {
  if (trou === null) return '';
  if (typeof trou === 'string') return enTexte(trou);
  return '__html' in trou ? trou.__html : trou.map((h) => h.__html).join('');
};

/** The pieces of a template without the ends of lines and the indentation that only serve who reads the code. */
const serres = new WeakMap<TemplateStringsArray, readonly string[]>();
function serrer(morceaux: TemplateStringsArray): readonly string[] {
  const connus = serres.get(morceaux) ?? morceaux.map((m) => m.replaceAll(/\n\s*/g, ''));
  serres.set(morceaux, connus);
  return connus;
}

/** html`<a href="${adresse}">${libelle}</a>`: each hole is escaped, unless it is Html already; null writes nothing. */
export function html(morceaux: TemplateStringsArray, ...trous: Trou[]): Html {
  return { __html: serrer(morceaux).reduce((debut, morceau, i) => debut + ecrire(trous[i - 1] ?? null) + morceau) };
}
