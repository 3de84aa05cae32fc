// Life of a version of reference data: brouillon, then published from a day, then replaced. Nothing published is edited in place.
import type { Jour } from '../jour.ts';
import { type Datee, enVigueur } from './vigueur.ts';

/** Small texts by name of field. */
export type Contenu = Readonly<Record<string, string>>;

export type Version = Datee & { etat: 'brouillon' | 'publiee' | 'retiree' };

/** How it stands on a day. `retiree`: withdrawn before its first day. */
export type EtatVersion = 'brouillon' | 'a_venir' | 'en_vigueur' | 'remplacee' | 'retiree';

/** The version in force: of those published. undefined: what the portal ships with. */
export function versionEnVigueur<V extends Version>(versions: readonly V[], jour: Jour): V | undefined {
  return enVigueur(
    versions.filter((v) => v.etat === 'publiee'),
    jour,
  );
}

export function etatVersion(version: Version, toutes: readonly Version[], jour: Jour): EtatVersion {
  if (version.etat !== 'publiee') return version.etat;
  if (version.effetLe !== null && version.effetLe > jour) return 'a_venir';
  return versionEnVigueur(toutes, jour)?.version === version.version ? 'en_vigueur' : 'remplacee';
}

export type Changement = { champ: string; avant: string; apres: string };

/** What differs, field by field, in the order of the fields. */
export function difference(avant: Contenu, apres: Contenu, champs: readonly string[]): Changement[] {
  return champs.map((champ) => ({ champ, avant: avant[champ] ?? '', apres: apres[champ] ?? '' })).filter((c) => c.avant !== c.apres);
}

const VARIABLE = /\{([a-z0-9_]+)(\?)?\}/g;

/** Names of the variables that a text uses. */
export function variablesDe(texte: string): string[] {
  return [...new Set([...texte.matchAll(VARIABLE)].map((m) => m[1] ?? ''))];
}

/**
 * A text with its variables filled. A paragraph that begins with `{x?}` is kept only when x is « oui ». Throws on a variable
 * without value: a letter never leaves with a hole.
 */
export function remplir(texte: string, valeurs: Contenu): string {
  return texte.replace(VARIABLE, (_trouve, nom: string, question: string | undefined) => {
    const valeur = valeurs[nom];
    if (valeur === undefined) throw new Error(`variable sans valeur : ${nom}`);
    return question ? '' : valeur;
  });
}

/** The paragraphs of a text, those of an unmet `{x?}` left out. */
export function paragraphesDe(texte: string, valeurs: Contenu): string[] {
  return texte
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter((p) => {
      const question = /^\{([a-z0-9_]+)\?\}/.exec(p)?.[1];
      return p !== '' && (question === undefined || valeurs[question] === 'oui');
    })
    .map((p) => remplir(p, valeurs).trim());
}
