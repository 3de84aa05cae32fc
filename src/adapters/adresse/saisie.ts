import 'server-only';
// Reads an address typed on one line: "20 bis Rue Nationale 59000 Lille". Nothing is refused: what is not recognised
// stays in the street.

export type Saisie = {
  /** House number with its suffix ("20 bis"), '' when absent. */
  numero: string;
  voie: string;
  /** Five digits, or the first ones when still being typed after the street; '' when absent. */
  codePostal: string;
  ville: string;
};

/** A name as it is compared: capitals, accents, apostrophes, hyphens and "St" do not matter. */
export function cleDeRecherche(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');
}

const propre = (texte: string) => texte.replace(/[\s,;]+/g, ' ').trim();

/** Cuts a typed line. The postal code is the last group of five digits that does not begin the line. */
export function lireSaisie(texte: string): Saisie {
  const ligne = propre(texte.normalize('NFC'));
  const postal = [...ligne.matchAll(/(?<![\p{L}\d])(\d{5}|\d{2} \d{3})(?![\p{L}\d])/gu)].at(-1);
  const rue = postal ? propre(ligne.slice(0, postal.index)) : ligne;
  const ville = postal ? propre(ligne.slice(postal.index + postal[0].length)).replace(/ (cedex|france)( \d+)?$/i, '') : '';
  const numero = /^(\d{1,5}(?: ?(?:bis|ter|quater|quinquies|[a-z])(?![\p{L}\d'’-]))?(?:[-/]\d{1,5})?)\s+(?=\S)/iu.exec(rue)?.[1] ?? '';
  return { numero, voie: propre(rue.slice(numero.length)), codePostal: (postal?.[1] ?? '').replace(' ', ''), ville };
}

/**
 * Where a city may begin in a line without postal code: its last words, the longest group first, as search keys.
 * "20 rue de la clef lille" → ["de la clef lille", "la clef lille", "clef lille", "lille"] (never the whole street).
 */
export function villesPossibles(voie: string): string[] {
  const mots = cleDeRecherche(voie)
    .split(' ')
    .filter((mot) => mot !== '');
  const groupes: string[] = [];
  for (let combien = Math.min(mots.length, 6); combien >= 1; combien--) groupes.push(mots.slice(-combien).join(' '));
  return groupes.filter((groupe) => groupe.length >= 2 && !/^\d+$/.test(groupe));
}
