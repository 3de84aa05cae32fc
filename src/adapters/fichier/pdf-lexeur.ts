import 'server-only';
// Walks a PDF from its first byte to its last, object by object (ISO 32000-1, 7.2 and 7.3), and gives for each one the
// names written in it. Strings, comments and streams are stepped over, so that a word inside a page's text or an
// image never counts as a name of the structure.

export type ObjetPdf = {
  kind: 'objet' | 'trailer';
  /** Names of the dictionary, without '/', #xx decoded. */
  noms: Set<string>;
  /** Raw bytes of the stream, if any. */
  flux: Buffer | null;
};

const ESPACES = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITEURS = new Set(Array.from('()<>[]{}/%', (c) => c.charCodeAt(0)));
const code = (c: string) => c.charCodeAt(0);
const [PAR, FIN_PAR, BARRE, POURCENT, BLASON, INF, SUP] = [code('('), code(')'), code('\\'), code('%'), code('/'), code('<'), code('>')];

type Jeton = { kind: 'nom' | 'mot'; texte: string };

class Lexeur {
  readonly octets: Buffer;
  position = 0;

  constructor(octets: Buffer) {
    this.octets = octets;
  }

  /** The next name or word, or null at the end. */
  suivant(): Jeton | null {
    const { octets } = this;
    while (this.position < octets.length) {
      const c = octets[this.position] ?? 0;
      if (ESPACES.has(c)) this.position += 1;
      else if (c === POURCENT) this.sauterCommentaire();
      else if (c === PAR) this.sauterChaine();
      else if (c === INF && octets[this.position + 1] === INF) this.position += 2;
      else if (c === INF) this.sauterHexa();
      else if (c === BLASON) return { kind: 'nom', texte: decoderNom(this.lireMot(1)) };
      else if (DELIMITEURS.has(c)) this.position += 1;
      else return { kind: 'mot', texte: this.lireMot(0) };
    }
    return null;
  }

  private lireMot(saut: number): string {
    const debut = this.position + saut;
    let fin = debut;
    while (fin < this.octets.length && !ESPACES.has(this.octets[fin] ?? 0) && !DELIMITEURS.has(this.octets[fin] ?? 0)) fin += 1;
    this.position = fin;
    // A word of the language is short: a longer one is noise, of which the start is enough.
    return this.octets.toString('latin1', debut, Math.min(fin, debut + 200));
  }

  private sauterCommentaire(): void {
    while (this.position < this.octets.length && this.octets[this.position] !== 10 && this.octets[this.position] !== 13) this.position += 1;
  }

  private sauterChaine(): void {
    let profondeur = 0;
    for (; this.position < this.octets.length; this.position += 1) {
      const c = this.octets[this.position];
      if (c === BARRE) this.position += 1;
      else if (c === PAR) profondeur += 1;
      else if (c === FIN_PAR && --profondeur === 0) break;
    }
    this.position += 1;
  }

  private sauterHexa(): void {
    const fin = this.octets.indexOf(SUP, this.position);
    this.position = fin === -1 ? this.octets.length : fin + 1;
  }

  /** Called just after the word `stream`: the bytes of the stream, the position being put after them. */
  flux(longueur: number | null): Buffer {
    let debut = this.position;
    if (this.octets[debut] === 13) debut += 1;
    if (this.octets[debut] === 10) debut += 1;
    // The announced length is believed only if the stream does end there.
    if (
      longueur !== null &&
      this.octets
        .toString('latin1', debut + longueur, debut + longueur + 12)
        .trimStart()
        .startsWith('endstream')
    ) {
      this.position = debut + longueur;
      return this.octets.subarray(debut, debut + longueur);
    }
    const fin = this.octets.indexOf('endstream', debut, 'latin1');
    this.position = fin === -1 ? this.octets.length : fin;
    return this.octets.subarray(debut, this.position);
  }
}

function decoderNom(brut: string): string {
  return brut.includes('#')
    ? brut.replace(/#([0-9a-fA-F]{2})/g, (_, hexa: string) => String.fromCharCode(Number.parseInt(hexa, 16)))
    : brut;
}

/** Every object and trailer of a file, in the order of the bytes. Never throws: what makes no sense is stepped over. */
export function* objetsPdf(octets: Buffer): Generator<ObjetPdf> {
  const lexeur = new Lexeur(octets);
  let courant: ObjetPdf | null = null;
  let longueur: number | null = null;
  let depuisLongueur = 0;
  let precedent: Jeton | null = null;
  for (let jeton = lexeur.suivant(); jeton; jeton = lexeur.suivant()) {
    if (jeton.kind === 'nom') courant?.noms.add(jeton.texte);
    else if (jeton.texte === 'obj' || jeton.texte === 'trailer') {
      if (courant) yield courant;
      courant = { kind: jeton.texte === 'obj' ? 'objet' : 'trailer', noms: new Set(), flux: null };
      longueur = null;
    } else if (jeton.texte === 'stream' && courant) {
      courant.flux = lexeur.flux(longueur);
    } else if (jeton.texte === 'endobj' || jeton.texte === 'startxref') {
      if (courant) yield courant;
      courant = null;
    } else if (precedent?.kind === 'nom' && precedent.texte === 'Length') {
      longueur = /^\d{1,9}$/.test(jeton.texte) ? Number(jeton.texte) : null;
      depuisLongueur = 0;
    } else if (jeton.texte === 'R' && depuisLongueur === 2) {
      // `/Length 12 0 R`: the 12 was the number of an object, not a length.
      longueur = null;
    }
    precedent = jeton;
    depuisLongueur += 1;
  }
  if (courant) yield courant;
}

/** Names written in the content of an object stream (7.5.7): bare dictionaries, one after the other. */
export function nomsDuTexte(octets: Buffer): Set<string> {
  const lexeur = new Lexeur(octets);
  const noms = new Set<string>();
  for (let jeton = lexeur.suivant(); jeton; jeton = lexeur.suivant()) if (jeton.kind === 'nom') noms.add(jeton.texte);
  return noms;
}
