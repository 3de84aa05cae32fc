// What an answer may be, when it can be listed: what the rules of a condition are chosen from, and checked against.
import { LISTE_NATIONALITES, LISTE_PAYS } from '../pays.ts';
import { TITRES } from '../titre/titres.ts';
import type { Champ, Option, Procedure } from './definition.ts';

const OUI: Option = { code: 'oui', libelle: 'Oui' };
const pays = LISTE_PAYS.map(({ code, libelle }) => ({ code, libelle }));
const nationalites = LISTE_NATIONALITES.map(({ code, libelle }) => ({ code, libelle }));
const titres = Object.entries(TITRES).map(([code, { mention }]) => ({ code, libelle: mention }));

/** The answers that a champ admits, as a condition reads them; null when anything may be typed; none when a condition cannot look at it. */
export function valeursDe(champ: Champ): readonly Option[] | null {
  switch (champ.type) {
    case 'choix':
    case 'cases':
      return champ.options;
    case 'oui_non':
      return [OUI, { code: 'non', libelle: 'Non' }];
    case 'attestation':
      return [OUI];
    case 'connu':
      return champ.fait === 'titre_type' ? titres : null;
    case 'pays':
      return pays;
    case 'nationalites':
      return nationalites.filter((n) => !champ.exclut?.nationalites.includes(n.code));
    case 'nationalite_retenue':
      return nationalites;
    case 'adresse':
    case 'repetition':
      return [];
    case 'texte':
    case 'texte_long':
    case 'textes':
    case 'nombre':
    case 'date':
    case 'date_partielle':
    case 'telephone':
    case 'courriel':
      return null;
  }
}

/** The label of an answer; its code when nobody knows it. */
export function libelleDeValeur(champ: Champ | undefined, code: string): string {
  const connue = champ && valeursDe(champ)?.find((o) => o.code === code);
  return connue?.libelle ?? code.charAt(0).toUpperCase() + code.slice(1);
}

/** Every question of a procedure, in the order in which it is asked. */
export const champsDeLaProcedure = (procedure: Pick<Procedure, 'etapes'>): readonly Champ[] =>
  procedure.etapes.flatMap((e) => (e.sorte === 'champs' ? e.sections.flatMap((s) => s.champs) : []));
