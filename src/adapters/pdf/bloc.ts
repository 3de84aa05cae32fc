// What a document is made of: said, not drawn. adapters/pdf/rendu.ts draws it.

/** A piece of a sentence: plain, in bold, or a link. */
export type Fragment = string | { gras: string } | { lien: string; texte: string };
export type Texte = string | readonly Fragment[];

/** Label on one side; on the other a value (an empty one is said to be empty), or a place for so many lines written by hand. */
export type Definition = { terme: string; valeur: Texte } | { terme: string; place: 1 | 3 };

export type Bloc =
  | { type: 'titre'; niveau: 2 | 3; texte: string }
  | { type: 'paragraphe'; texte: Texte }
  | { type: 'liste'; elements: readonly Texte[] }
  | { type: 'definitions'; lignes: readonly Definition[] }
  | { type: 'encadre'; titre?: string; contenu: readonly Texte[] }
  /** `alt` says in words where the code leads; `legende` is printed beside it. */
  | { type: 'qr'; contenu: string; alt: string; legende?: Texte }
  /** The next block begins a page. */
  | { type: 'saut' };

export type Marque = {
  ministere: string;
  direction: string;
  nom: string;
  /** false: the document says that it comes from a demonstration (D-20). */
  officiel: boolean;
};

export type DocumentPdf = {
  titre: string;
  marque: Marque;
  contenu: readonly Bloc[];
  /** Date of the document in its metadata: the same entry gives the same bytes. */
  date: Date;
  sujet?: string;
};

export function fragments(texte: Texte): readonly Fragment[] {
  return typeof texte === 'string' ? [texte] : texte;
}

/** « L. 411-7 » is never cut after its letter. */
const ARTICLE = /\b([LRD]\.\*?) (?=\d)/g;

/** The words of a text, without its forms. */
export function texteNu(texte: Texte): string {
  return fragments(texte)
    .map((f) => (typeof f === 'string' ? f : 'gras' in f ? f.gras : f.texte))
    .join('')
    .replace(ARTICLE, '$1\u00a0');
}
