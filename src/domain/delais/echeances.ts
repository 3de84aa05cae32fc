// Reads the table: what is due to a dossier, the most urgent of it, who must be named, what the person is reminded of.
import { type Jour, joursEntre, plusJours } from '../jour.ts';
import type { FaitsDelais } from './faits.ts';
import { CODES_REGLE, type CodeRegle, type Destinataire, REGLES } from './regles.ts';

export type EcheanceDue = {
  code: CodeRegle;
  /** day due */
  le: Jour;
  /** row that it is about, for a rule that may say several */
  objet: string | null;
  /** the same for the same thing due on the same day: told once */
  cle: string;
};

/** Everything due, the earliest first; on the same day, in the order of the table. */
export function echeances(faits: FaitsDelais, jour: Jour): EcheanceDue[] {
  const dues = CODES_REGLE.flatMap((code) =>
    REGLES[code]
      .termes(faits, jour)
      .map(({ le, objet = null }) => ({ code, le, objet, cle: [code, le, objet].filter((m) => m !== null).join(':') })),
  );
  return dues.toSorted((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : rang(a) - rang(b)));
}

const rang = ({ code }: EcheanceDue) => CODES_REGLE.indexOf(code);

/** What waits for an agent: a day that is only shown, or that concerns the person alone, does not order a queue. */
export function concerneUnAgent(code: CodeRegle): boolean {
  const { a, effet } = REGLES[code];
  return a.includes('agent') && (effet === 'alerte' || effet === 'a_confirmer');
}

/** The most urgent for the queue; null: nothing presses. */
export function prochaine(dues: readonly EcheanceDue[]): EcheanceDue | null {
  return dues.find(({ code }) => concerneUnAgent(code)) ?? null;
}

/** Those that this reader is told of. */
export const pourLecteur = (dues: readonly EcheanceDue[], lecteur: Destinataire): EcheanceDue[] =>
  dues.filter(({ code }) => REGLES[code].a.includes(lecteur));

export type AlerteDue = EcheanceDue & { a: 'agent' | 'chef' };

/** Who must be named that day: each line of the rule whose day has come, until what is due has been done. */
export function alertesDues(dues: readonly EcheanceDue[], jour: Jour): AlerteDue[] {
  return dues.flatMap((due) =>
    REGLES[due.code].alertes
      .filter(({ avance }) => plusJours(due.le, -avance) <= jour)
      .map(({ a }) => ({ ...due, cle: `${due.cle}:${a}`, a })),
  );
}

export type RappelDu = EcheanceDue & { jours: number };

/** What the person is reminded of that day: of several days gone by, the nearest to the end only. */
export function rappelsDus(dues: readonly EcheanceDue[], jour: Jour): RappelDu[] {
  return dues.flatMap((due) => {
    const restants = joursEntre(jour, due.le);
    const jours = REGLES[due.code].rappels.filter((avance) => restants >= 0 && restants <= avance).toSorted((a, b) => a - b)[0];
    return jours === undefined ? [] : [{ ...due, cle: `${due.cle}:${jours}`, jours }];
  });
}

/** Words of a day due, from what the row of a dossier keeps: `quand` goes in the {quand} of `texte`. */
export function direEcheance(code: CodeRegle, le: Jour, jour: Jour): { texte: string; quand: { texte: string; n: number } } {
  const n = joursEntre(jour, le);
  const { avant, apres } = REGLES[code];
  if (n >= 0) return { texte: avant, quand: { texte: n === 0 ? 'aujourd’hui' : n === 1 ? 'demain' : 'dans {n} jours', n } };
  return { texte: apres, quand: { texte: n === -1 ? 'depuis hier' : 'depuis {n} jours', n: -n } };
}

export const estCodeRegle = (code: string): code is CodeRegle => CODES_REGLE.some((c) => c === code);
