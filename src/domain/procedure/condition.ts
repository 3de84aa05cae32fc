// Evaluates conditions with three answers. `indetermine` appears when a partial birth date or an unsaid nationality leaves
// the matter open: the engine then asks without obliging, and the agent is told (D-16, D-17).
import { decoupe, type Jour, plusMois } from '../jour.ts';
import type { Condition, Reponses } from './definition.ts';

export type Verdict = 'oui' | 'non' | 'indetermine';

export type Contexte = {
  reponses: Reponses;
  /** day of deposit, or today while the request is being filled */
  jour: Jour;
  /** some questions were not asked yet (catalogue): what depends on their answers stays open */
  partiel?: true;
};

/** Codes of the champs that the engine itself reads; every procedure asking these things uses these codes. */
export const CHAMP_NATIONALITES = 'nationalites';
export const CHAMP_NATIONALITE_RETENUE = 'nationalite_retenue';
export const CHAMP_NAISSANCE = 'date_naissance';

/** A condition that looks at one thing: an answer, the nationality, the age. */
export type Regle = Exclude<Condition, { tous: unknown } | { un: unknown } | { non: unknown }>;

/** Puts together the verdicts of the rules of a condition, whoever gives them. */
export function combiner(condition: Condition, regle: (regle: Regle) => Verdict): Verdict {
  if ('tous' in condition) return et(condition.tous.map((c) => combiner(c, regle)));
  if ('un' in condition) return ou(condition.un.map((c) => combiner(c, regle)));
  if ('non' in condition) return inverse(combiner(condition.non, regle));
  return regle(condition);
}

/** The rules of a condition, in the order in which they are read. */
export function reglesDe(condition: Condition): readonly Regle[] {
  if ('tous' in condition) return condition.tous.flatMap(reglesDe);
  if ('un' in condition) return condition.un.flatMap(reglesDe);
  if ('non' in condition) return reglesDe(condition.non);
  return [condition];
}

export function evaluer(condition: Condition, contexte: Contexte): Verdict {
  return combiner(condition, (regle) => {
    if ('champ' in regle) {
      const { partiel, reponses } = contexte;
      return partiel && reponses[regle.champ] === undefined ? 'indetermine' : champVaut(regle.champ, regle.parmi, reponses);
    }
    if ('nationalite' in regle) return nationaliteEst(regle.nationalite, contexte.reponses);
    return ageEst(regle.age, contexte);
  });
}

function champVaut(champ: string, parmi: readonly string[], reponses: Reponses): Verdict {
  const reponse = reponses[champ];
  // of several boxes, one is enough
  const donnees = typeof reponse === 'string' ? [reponse] : Array.isArray(reponse) ? reponse : [];
  return donnees.some((d) => typeof d === 'string' && parmi.includes(d)) ? 'oui' : 'non';
}

/** Nationalities under which the request may be made: the one retained, else all of those given. */
export function nationalitesDeLaDemande(reponses: Reponses): readonly string[] {
  const retenue = reponses[CHAMP_NATIONALITE_RETENUE];
  const toutes = reponses[CHAMP_NATIONALITES];
  const connues = Array.isArray(toutes) ? toutes.filter((n) => typeof n === 'string') : [];
  if (typeof retenue === 'string' && connues.includes(retenue)) return [retenue];
  return connues;
}

function nationaliteEst(regle: { parmi: readonly string[] } | { hors: readonly string[] }, reponses: Reponses): Verdict {
  const nationalites = nationalitesDeLaDemande(reponses);
  if (nationalites.length === 0) return 'indetermine';
  const satisfait = (n: string) => ('parmi' in regle ? regle.parmi.includes(n) : !regle.hors.includes(n));
  return unanime(nationalites.map(satisfait));
}

function ageEst(regle: { plusDe: number } | { moinsDe: number }, { reponses, jour }: Contexte): Verdict {
  const naissance = reponses[CHAMP_NAISSANCE];
  if (typeof naissance !== 'string' || naissance === '') return 'indetermine';
  const [plusTot, plusTard] = bornesDeNaissance(naissance);
  const satisfait = (ne: Jour) => ('plusDe' in regle ? plusMois(ne, regle.plusDe * 12) < jour : plusMois(ne, regle.moinsDe * 12) > jour);
  return unanime([satisfait(plusTot), satisfait(plusTard)]);
}

/** First and last possible day of a birth written '2008', '2008-03' or '2008-03-12'. */
export function bornesDeNaissance(naissance: string): [Jour, Jour] {
  if (naissance.length === 4) return [`${naissance}-01-01`, `${naissance}-12-31`];
  if (naissance.length === 7) {
    const [annee, mois] = decoupe(`${naissance}-01`);
    const dernier = new Date(Date.UTC(annee, mois, 0)).getUTCDate();
    return [`${naissance}-01`, `${naissance}-${String(dernier).padStart(2, '0')}`];
  }
  return [naissance, naissance];
}

function unanime(avis: readonly boolean[]): Verdict {
  if (avis.every(Boolean)) return 'oui';
  return avis.some(Boolean) ? 'indetermine' : 'non';
}

export function et(avis: readonly Verdict[]): Verdict {
  if (avis.includes('non')) return 'non';
  return avis.includes('indetermine') ? 'indetermine' : 'oui';
}

function ou(avis: readonly Verdict[]): Verdict {
  if (avis.includes('oui')) return 'oui';
  return avis.includes('indetermine') ? 'indetermine' : 'non';
}

export function inverse(avis: Verdict): Verdict {
  if (avis === 'indetermine') return avis;
  return avis === 'oui' ? 'non' : 'oui';
}
