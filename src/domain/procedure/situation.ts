// The questions before a procedure: a tree whose leaves name a procedure, or a ground that is not filed here (C06, C38).
import type { MotifHorsAnef } from '../orientation/motifs.ts';

export type Feuille = { procedure: string } | { aVenir: string } | { orientation: MotifHorsAnef };
export type ReponseSituation = { code: string; libelle: string; suite: { reponses: readonly ReponseSituation[] } | Feuille };
export type Entree = { code: string; libelle: string; question: string; contexte: string; reponses: readonly ReponseSituation[] };

/** The leaf reached by the codes chosen, level by level; null when a level is not answered or unknown. */
export function feuilleDe(entree: Entree, choix: readonly string[]): Feuille | null {
  const descendre = (reponses: readonly ReponseSituation[], [code, ...reste]: readonly string[]): Feuille | null => {
    const suite = reponses.find((r) => r.code === code)?.suite;
    if (!suite) return null;
    return 'reponses' in suite ? descendre(suite.reponses, reste) : suite;
  };
  return descendre(entree.reponses, choix);
}

/** The codes that lead to a procedure, to show the choice made before; null when no branch does. */
export function cheminVers(entrees: readonly Entree[], procedure: string): { entree: Entree; choix: string[] } | null {
  const chercher = (reponses: readonly ReponseSituation[]): string[] | null => {
    for (const { code, suite } of reponses) {
      if ('procedure' in suite && suite.procedure === procedure) return [code];
      const plusBas = 'reponses' in suite ? chercher(suite.reponses) : null;
      if (plusBas) return [code, ...plusBas];
    }
    return null;
  };
  for (const entree of entrees) {
    const choix = chercher(entree.reponses);
    if (choix) return { entree, choix };
  }
  return null;
}
