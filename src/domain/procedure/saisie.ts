// What forms carry, between flat names ('prenoms.0', 'adresse.voie') and nested values.
import type { Brut } from './champs.ts';

type Noeud = { [nom: string]: Brut };
export const estNoeud = (brut: Brut): brut is Noeud => typeof brut === 'object' && brut !== null && !Array.isArray(brut);

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

/** What a form of the browser holds, as texts: an unticked box gives false, a field not yet shown undefined. */
export function enBrut(valeur: unknown): Brut {
  if (typeof valeur === 'string') return valeur;
  if (Array.isArray(valeur)) return valeur.map(enBrut);
  if (typeof valeur === 'object' && valeur !== null) return noeudDe(valeur);
  return '';
}

export function noeudDe(valeurs: object): Noeud {
  return Object.fromEntries(Object.entries(valeurs).map(([cle, valeur]) => [cle, enBrut(valeur)]));
}

/** Deepest name of our forms: 'enfants.0.prenoms.1'; a deeper one is nobody's. */
const PROFONDEUR = 6;

/** Nests flat entries; names deeper than any form of ours are dropped. Lists come out as objects with numeric keys, which every reader accepts. */
export function nicher(entrees: Iterable<readonly [string, string]>): Noeud {
  const racine: Noeud = {};
  for (const [nom, valeur] of entrees) {
    const chemin = nom.split('.', PROFONDEUR + 1);
    if (chemin.length <= PROFONDEUR) poser(racine, chemin, valeur);
  }
  return racine;
}

/** The value at a dotted path; undefined when there is none. */
export function valeurEn(brut: Brut, chemin: string): Brut {
  return chemin.split('.').reduce<Brut>((noeud, cle) => {
    if (Array.isArray(noeud)) return noeud[Number(cle)];
    return estNoeud(noeud) ? noeud[cle] : undefined;
  }, brut);
}

/** The rows of a list as forms carry it: an array, or an object with numeric keys. */
export function lignesDe(brut: Brut): Brut[] {
  if (Array.isArray(brut)) return [...brut];
  if (estNoeud(brut))
    return Object.keys(brut)
      .sort((a, b) => Number(a) - Number(b))
      .map((cle) => brut[cle]);
  return [];
}

/** A copy with another value at a dotted path. */
export function avec(brut: Brut, chemin: string, valeur: Brut): Brut {
  const [tete, ...suite] = chemin.split('.');
  if (tete === undefined) return brut;
  const ici = Array.isArray(brut) ? Object.fromEntries(brut.map((b, i) => [String(i), b])) : estNoeud(brut) ? brut : {};
  return { ...ici, [tete]: suite.length === 0 ? valeur : avec(ici[tete], suite.join('.'), valeur) };
}

/** Adds an empty row to the list at a path. A row is a text, or a block of inputs. */
export function avecLigne(brut: Brut, chemin: string, vide: Brut): Brut {
  return avec(brut, chemin, [...lignesDe(valeurEn(brut, chemin)), vide]);
}

/** Removes one row of the list at a path. */
export function sansLigne(brut: Brut, chemin: string, index: number): Brut {
  return avec(
    brut,
    chemin,
    lignesDe(valeurEn(brut, chemin)).filter((_, i) => i !== index),
  );
}

// Characters that nobody types: the database refuses a NUL or half a surrogate pair, and a reversed direction makes a name read as another.
const INVISIBLES = /(?![\t\n\r])\p{Cc}|\p{Bidi_Control}/gu;

export const propreTexte = (texte: string): string => texte.toWellFormed().replace(INVISIBLES, '');

/** A copy without those characters, in the values and in the names. */
export function propre(brut: Brut): Brut {
  if (typeof brut === 'string') return propreTexte(brut);
  if (Array.isArray(brut)) return brut.map(propre);
  if (!estNoeud(brut)) return brut;
  return Object.fromEntries(Object.entries(brut).map(([nom, valeur]) => [propreTexte(nom), propre(valeur)]));
}
