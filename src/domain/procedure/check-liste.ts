// Every problem of a list of pieces, with its place: what the tests say of a definition, and what keeps an administrator's list from
// being published.
import type { Jour } from '../jour.ts';
import { estNationalite } from '../pays.ts';
import { reglesDe } from './condition.ts';
import type { Condition, ModePiece, PieceDemandee, Procedure } from './definition.ts';
import { temoin } from './temoin.ts';
import { champsDeLaProcedure, valeursDe } from './valeurs.ts';

export type Probleme = { chemin: string; message: string };

/** `piece`: its code, null for the whole list; `partie`: where in the piece, '' for the piece itself. */
export type ProblemeDeListe = { piece: string | null; partie: string; message: string };

const CODE = /^[a-z][a-z0-9_]*$/;

/** Ages of living persons, in years. */
const AGE_MAX = 120;

export function doublons(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))];
}

/** Problems of a condition, given the champs that are answered before it. */
export function checkCondition(condition: Condition, connus: ReadonlySet<string>, chemin: string): Probleme[] {
  if ('tous' in condition) return condition.tous.flatMap((c, i) => checkCondition(c, connus, `${chemin}.tous.${i}`));
  if ('un' in condition) return condition.un.flatMap((c, i) => checkCondition(c, connus, `${chemin}.un.${i}`));
  if ('non' in condition) return checkCondition(condition.non, connus, `${chemin}.non`);
  if ('champ' in condition) {
    if (!connus.has(condition.champ)) return [{ chemin, message: `champ inconnu à cet endroit : ${condition.champ}` }];
    return condition.parmi.length === 0 ? [{ chemin, message: 'condition jamais vraie : aucune valeur' }] : [];
  }
  const besoin = 'nationalite' in condition ? 'nationalites' : 'date_naissance';
  return connus.has(besoin) ? [] : [{ chemin, message: `la condition a besoin du champ ${besoin}` }];
}

/** Values that a rule names and that nobody can have. */
function valeursImpossibles(condition: Condition, procedure: Procedure): string[] {
  const champs = champsDeLaProcedure(procedure);
  return reglesDe(condition).flatMap((regle) => {
    if ('champ' in regle) {
      const champ = champs.find((c) => c.code === regle.champ);
      const admises = champ && valeursDe(champ);
      if (!champ || !admises) return [];
      return regle.parmi
        .filter((code) => !admises.some((o) => o.code === code))
        .map((code) => `« ${code} » n’est pas une réponse à la question « ${champ.libelle} »`);
    }
    if ('age' in regle) {
      const age = 'plusDe' in regle.age ? regle.age.plusDe : regle.age.moinsDe;
      return Number.isInteger(age) && age >= 0 && age <= AGE_MAX ? [] : [`${age} n’est pas un âge`];
    }
    const codes = 'parmi' in regle.nationalite ? regle.nationalite.parmi : regle.nationalite.hors;
    if (codes.length === 0) return ['aucune nationalité n’est choisie'];
    return codes.filter((code) => !estNationalite(code)).map((code) => `« ${code} » n’est pas une nationalité`);
  });
}

function problemesDeCondition(condition: Condition, procedure: Procedure, connus: ReadonlySet<string>, jour: Jour): Probleme[] {
  const lus = [
    ...checkCondition(condition, connus, 'condition'),
    ...valeursImpossibles(condition, procedure).map((message) => ({ chemin: 'condition', message })),
  ];
  if (lus.length > 0 || temoin(condition, procedure, jour).etat !== 'impossible') return lus;
  return [
    { chemin: 'condition', message: 'condition jamais vraie : aucune personne ne peut y répondre, cette pièce ne serait jamais demandée' },
  ];
}

/** `jour`: a day on which the list is in force, from which ages are counted. */
export function checkPieces(pieces: readonly PieceDemandee[], procedure: Procedure, jour: Jour): ProblemeDeListe[] {
  const connus = new Set(champsDeLaProcedure(procedure).map((c) => c.code));
  return [
    ...doublons(pieces.map((p) => p.code)).map((code) => ({ piece: code, partie: '', message: 'pièce en double' })),
    ...pieces.flatMap((piece) => [
      ...(CODE.test(piece.code) ? [] : [{ piece: piece.code, partie: '', message: 'code en snake_case attendu' }]),
      ...(piece.libelle.trim() === '' ? [{ piece: piece.code, partie: '', message: 'pièce sans libellé' }] : []),
      ...(piece.groupe.trim() === '' ? [{ piece: piece.code, partie: 'groupe', message: 'pièce sans groupe' }] : []),
      ...(piece.source.trim() === '' ? [{ piece: piece.code, partie: 'source', message: 'pièce sans source' }] : []),
      ...(piece.condition ? problemesDeCondition(piece.condition, procedure, connus, jour) : []).map(({ chemin, message }) => ({
        piece: piece.code,
        partie: chemin,
        message,
      })),
      ...checkMode(piece.mode, connus, 'mode').map(({ chemin, message }) => ({ piece: piece.code, partie: chemin, message })),
      ...(piece.formats?.length === 0 ? [{ piece: piece.code, partie: 'formats', message: 'aucun format accepté' }] : []),
    ]),
  ];
}

const sansTexte = (textes: readonly string[], chemin: string): Probleme[] =>
  textes.some((t) => t.trim() === '') ? [{ chemin, message: 'document sans intitulé' }] : [];

function checkMode(mode: ModePiece, connus: ReadonlySet<string>, chemin: string): Probleme[] {
  switch (mode.sorte) {
    case 'un_parmi':
    case 'au_moins_un':
      return mode.choix.length === 0 ? [{ chemin, message: 'aucun document au choix' }] : sansTexte(mode.choix, chemin);
    case 'cumul':
      return mode.choix.length === 0 ? [{ chemin, message: 'aucun document au choix' }] : sansTexte([mode.document, ...mode.choix], chemin);
    case 'tous':
      return [
        ...(mode.elements.length === 0 ? [{ chemin, message: 'aucun document demandé' }] : []),
        ...doublons(mode.elements.map((e) => e.code)).map((code) => ({ chemin: `${chemin}.${code}`, message: 'élément en double' })),
        ...sansTexte(
          mode.elements.map((e) => e.document),
          chemin,
        ),
      ];
    case 'declaration':
      return connus.has(mode.champ) ? [] : [{ chemin, message: `champ inconnu : ${mode.champ}` }];
    case 'variante':
      return [
        ...(mode.variantes.length < 2 ? [{ chemin, message: 'au moins deux variantes' }] : []),
        ...doublons(mode.variantes.map((v) => v.code)).map((code) => ({ chemin: `${chemin}.${code}`, message: 'variante en double' })),
        ...sansTexte(
          mode.variantes.map((v) => v.libelle),
          chemin,
        ),
        ...mode.variantes.flatMap((v) => checkMode(v.mode, connus, `${chemin}.${v.code}`)),
      ];
    case 'par_periode':
      return mode.nombre > 0 ? sansTexte([mode.document], chemin) : [{ chemin, message: 'nombre de périodes nul' }];
    case 'unique':
    case 'libre':
    case 'formulaire_signe':
      return sansTexte([mode.document], chemin);
    case 'code':
      return sansTexte([mode.libelle, mode.confirmer], chemin);
  }
}
