// A condition as a form holds it: rows of controls in groups, to any depth. Each row has a flat name, its path from the root (r, r-0,
// r-0-2…), so that any condition ever written survives being shown and sent back.
import type { Brut, Erreur } from './champs.ts';
import type { Champ, Condition, Option } from './definition.ts';
import { estNoeud } from './saisie.ts';
import { valeursDe } from './valeurs.ts';

export type Noeud =
  | { sorte: 'tous' | 'un' | 'non'; membres: readonly Noeud[] }
  /** `cochees`: boxes; `noms`: one answer a line, when they are too many for boxes or are typed freely */
  | { sorte: 'champ'; champ: string; cochees: readonly string[]; noms: string }
  | { sorte: 'nationalite'; regle: 'parmi' | 'hors'; noms: string }
  | { sorte: 'age'; regle: 'plusDe' | 'moinsDe'; annees: string };

export const SORTES_DE_REGLE = ['champ', 'nationalite', 'age', 'tous', 'un', 'non'] as const;
export type SorteDeRegle = (typeof SORTES_DE_REGLE)[number];

/** Above this many answers a list of boxes is no longer read. */
const CASES_MAX = 40;

/** Name of the root row. */
export const RACINE = 'r';
/** Levels of groups in groups that a form may hold. */
const PROFONDEUR_MAX = 8;
const MEMBRES_MAX = 60;

/** What a row shows of a question: boxes to tick; null when answers are written, one a line. */
export function casesDe(champ: Champ): readonly Option[] | null {
  const valeurs = valeursDe(champ);
  return valeurs === null || valeurs.length > CASES_MAX ? null : valeurs;
}

const NATIONALITES: Champ = { code: 'nationalites', type: 'nationalites', libelle: '', ajout: '' };
const lignes = (texte: string): string[] => [
  ...new Set(
    texte
      .split(/[\n;]/)
      .map((l) => l.trim())
      .filter((l) => l !== ''),
  ),
];
/** Without accents nor capitals: names are typed. */
const plier = (nom: string) => nom.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** How the answers of a question are written, and read back. A code is always understood; a name that would not come back is not used. */
function ecritureDe(champ: Champ): { codeDe: (nom: string) => string | null; nomDe: (code: string) => string } {
  const valeurs = valeursDe(champ);
  if (valeurs === null) return { codeDe: (nom) => nom, nomDe: (code) => code };
  const codes = new Map(valeurs.toReversed().map((o) => [plier(o.libelle), o.code]));
  const noms = new Map(valeurs.map((o) => [o.code, o.libelle]));
  const codeDe = (nom: string) => (noms.has(nom) ? nom : (codes.get(plier(nom)) ?? null));
  const nomDe = (code: string) => {
    const nom = noms.get(code) ?? code;
    return codeDe(nom) === code ? nom : code;
  };
  return { codeDe, nomDe };
}

/** A condition as its form shows it at first. */
export function noeudDe(condition: Condition, champs: readonly Champ[]): Noeud {
  if ('tous' in condition) return { sorte: 'tous', membres: condition.tous.map((c) => noeudDe(c, champs)) };
  if ('un' in condition) return { sorte: 'un', membres: condition.un.map((c) => noeudDe(c, champs)) };
  if ('non' in condition) return { sorte: 'non', membres: [noeudDe(condition.non, champs)] };
  if ('age' in condition)
    return 'plusDe' in condition.age
      ? { sorte: 'age', regle: 'plusDe', annees: String(condition.age.plusDe) }
      : { sorte: 'age', regle: 'moinsDe', annees: String(condition.age.moinsDe) };
  if ('nationalite' in condition) {
    const [regle, codes] =
      'parmi' in condition.nationalite
        ? (['parmi', condition.nationalite.parmi] as const)
        : (['hors', condition.nationalite.hors] as const);
    return { sorte: 'nationalite', regle, noms: codes.map(ecritureDe(NATIONALITES).nomDe).join('\n') };
  }
  const champ = champs.find((c) => c.code === condition.champ);
  if (champ && casesDe(champ)) return { sorte: 'champ', champ: condition.champ, cochees: condition.parmi, noms: '' };
  return {
    sorte: 'champ',
    champ: condition.champ,
    cochees: [],
    noms: (champ ? condition.parmi.map(ecritureDe(champ).nomDe) : condition.parmi).join('\n'),
  };
}

/** The condition that a form says, or what to correct; `chemin` is the name of an input. */
export function conditionDe(
  noeud: Noeud,
  champs: readonly Champ[],
  chemin = RACINE,
): { condition: Condition } | { erreurs: readonly Erreur[] } {
  const erreur = (partie: string, message: string) => ({ erreurs: [{ chemin: `condition.${chemin}.${partie}`, message }] });
  switch (noeud.sorte) {
    case 'tous':
    case 'un':
    case 'non': {
      if (noeud.membres.length === 0) return erreur('ajout', 'Ajoutez une règle à ce groupe, ou retirez-le.');
      const lus = noeud.membres.map((m, i) => conditionDe(m, champs, `${chemin}-${i}`));
      const erreurs = lus.flatMap((l) => ('erreurs' in l ? l.erreurs : []));
      const conditions = lus.flatMap((l) => ('condition' in l ? [l.condition] : []));
      const [premiere] = conditions;
      if (erreurs.length > 0 || !premiere) return { erreurs };
      if (noeud.sorte === 'tous') return { condition: { tous: conditions } };
      if (noeud.sorte === 'un') return { condition: { un: conditions } };
      return conditions.length === 1
        ? { condition: { non: premiere } }
        : erreur('ajout', '« Sauf si » porte sur une seule règle : mettez-les dans un groupe.');
    }
    case 'age':
      return /^\d{1,3}$/.test(noeud.annees)
        ? { condition: { age: noeud.regle === 'plusDe' ? { plusDe: Number(noeud.annees) } : { moinsDe: Number(noeud.annees) } } }
        : erreur('annees', 'Écrivez un nombre d’années, en chiffres.');
    case 'nationalite': {
      const codes = codesDe(NATIONALITES, noeud.noms);
      if (codes.inconnus.length > 0) return erreur('noms', `Ce n’est pas une nationalité : ${codes.inconnus.join(', ')}.`);
      if (codes.connus.length === 0) return erreur('noms', 'Écrivez au moins une nationalité.');
      return { condition: { nationalite: noeud.regle === 'parmi' ? { parmi: codes.connus } : { hors: codes.connus } } };
    }
    case 'champ': {
      const champ = champs.find((c) => c.code === noeud.champ);
      if (!champ) return erreur('champ', 'Choisissez une question.');
      const codes = casesDe(champ) ? { connus: [...noeud.cochees], inconnus: [] } : codesDe(champ, noeud.noms);
      if (codes.inconnus.length > 0) return erreur('noms', `Ce n’est pas une réponse à cette question : ${codes.inconnus.join(', ')}.`);
      if (codes.connus.length === 0)
        return erreur(casesDe(champ) ? 'cochees' : 'noms', 'Choisissez au moins une réponse à cette question.');
      return { condition: { champ: noeud.champ, parmi: codes.connus } };
    }
  }
}

function codesDe(champ: Champ, noms: string): { connus: string[]; inconnus: string[] } {
  const { codeDe } = ecritureDe(champ);
  const lus = lignes(noms).map((nom) => ({ nom, code: codeDe(nom) }));
  return {
    connus: [...new Set(lus.flatMap(({ code }) => (code === null ? [] : [code])))],
    inconnus: lus.filter(({ code }) => code === null).map(({ nom }) => nom),
  };
}

const texte = (brut: Brut, cle: string): string => {
  const valeur = estNoeud(brut) && Object.hasOwn(brut, cle) ? brut[cle] : undefined;
  return typeof valeur === 'string' ? valeur : '';
};

/** Names written, and the one chosen in the drop-down list beside them. */
const nomsDe = (rangee: Brut) => [texte(rangee, 'noms'), texte(rangee, 'plus')].filter((n) => n !== '').join('\n');

/** The rows of a form; null when there is no condition. */
export function lireNoeud(brut: Brut, chemin = RACINE): Noeud | null {
  const rangee = estNoeud(brut) && Object.hasOwn(brut, chemin) ? brut[chemin] : undefined;
  const sorte = SORTES_DE_REGLE.find((s) => s === texte(rangee, 'sorte'));
  if (!sorte || chemin.split('-').length > PROFONDEUR_MAX) return null;
  switch (sorte) {
    case 'tous':
    case 'un':
    case 'non': {
      const membres: Noeud[] = [];
      for (let i = 0; i < MEMBRES_MAX; i++) {
        const membre = lireNoeud(brut, `${chemin}-${i}`);
        if (!membre) break;
        membres.push(membre);
      }
      return { sorte, membres };
    }
    case 'champ': {
      const cochees = estNoeud(rangee) && estNoeud(rangee.cochees) ? Object.keys(rangee.cochees) : [];
      return { sorte, champ: texte(rangee, 'champ'), cochees, noms: nomsDe(rangee) };
    }
    case 'nationalite':
      return { sorte, regle: texte(rangee, 'regle') === 'hors' ? 'hors' : 'parmi', noms: nomsDe(rangee) };
    case 'age':
      return { sorte, regle: texte(rangee, 'regle') === 'moinsDe' ? 'moinsDe' : 'plusDe', annees: texte(rangee, 'annees').trim() };
  }
}

/** The rows, flat, as inputs named `condition.<path>.<part>` hold them. */
export function ecrireNoeud(noeud: Noeud | null, chemin = RACINE): { [chemin: string]: Brut } {
  if (noeud === null) return {};
  switch (noeud.sorte) {
    case 'tous':
    case 'un':
    case 'non':
      return Object.assign({ [chemin]: { sorte: noeud.sorte } }, ...noeud.membres.map((m, i) => ecrireNoeud(m, `${chemin}-${i}`)));
    case 'champ':
      return {
        [chemin]: {
          sorte: noeud.sorte,
          champ: noeud.champ,
          noms: noeud.noms,
          cochees: Object.fromEntries(noeud.cochees.map((c) => [c, 'on'])),
        },
      };
    case 'nationalite':
      return { [chemin]: { sorte: noeud.sorte, regle: noeud.regle, noms: noeud.noms } };
    case 'age':
      return { [chemin]: { sorte: noeud.sorte, regle: noeud.regle, annees: noeud.annees } };
  }
}

/** An empty row of a sort. */
export function regleVide(sorte: SorteDeRegle): Noeud {
  switch (sorte) {
    case 'champ':
      return { sorte, champ: '', cochees: [], noms: '' };
    case 'nationalite':
      return { sorte, regle: 'parmi', noms: '' };
    case 'age':
      return { sorte, regle: 'plusDe', annees: '' };
    case 'tous':
    case 'un':
    case 'non':
      return { sorte, membres: [] };
  }
}

/** A copy with a row more at the end of the group at this path; a rule alone becomes the first of a group. */
export function avecRegle(noeud: Noeud | null, chemin: string, sorte: SorteDeRegle): Noeud {
  if (noeud === null) return regleVide(sorte);
  return (
    transformer(noeud, chemin, (n) =>
      'membres' in n ? { ...n, membres: [...n.membres, regleVide(sorte)] } : { sorte: 'tous', membres: [n, regleVide(sorte)] },
    ) ?? noeud
  );
}

/** A copy without the row at this path; null when it was the last. */
export function sansRegle(noeud: Noeud | null, chemin: string): Noeud | null {
  return noeud === null ? null : transformer(noeud, chemin, () => null);
}

function transformer(noeud: Noeud, chemin: string, changer: (n: Noeud) => Noeud | null, ici = RACINE): Noeud | null {
  if (ici === chemin) return changer(noeud);
  if (!('membres' in noeud) || !chemin.startsWith(`${ici}-`)) return noeud;
  return { ...noeud, membres: noeud.membres.flatMap((m, i) => transformer(m, chemin, changer, `${ici}-${i}`) ?? []) };
}
