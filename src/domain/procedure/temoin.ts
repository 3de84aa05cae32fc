// Whether a condition can ever be true: a search, over what the procedure lets a person answer, of one person for whom it is. Found, that
// person is an example to show; not found, the piece would never be asked of anybody.
import { decoupe, type Jour, plusJours, plusMois } from '../jour.ts';
import { LISTE_NATIONALITES, LISTE_PAYS } from '../pays.ts';
import { estVisible } from './compile.ts';
import {
  CHAMP_NAISSANCE,
  CHAMP_NATIONALITE_RETENUE,
  CHAMP_NATIONALITES,
  combiner,
  et,
  evaluer,
  inverse,
  type Regle,
  reglesDe,
  type Verdict,
} from './condition.ts';
import type { Champ, Condition, Procedure, Reponse, Reponses } from './definition.ts';
import { champsDeLaProcedure, valeursDe } from './valeurs.ts';

/** `indecis`: too many questions to try them all; nothing is said of such a condition. */
export type Temoin = { etat: 'possible'; reponses: Reponses } | { etat: 'impossible' } | { etat: 'indecis' };

/** Partial persons looked at before giving up: a hundred times the widest condition of the catalogue. */
const ESSAIS_MAX = 50_000;

/** Boxes that a condition names, tried in every combination. */
const CASES_MAX = 10;

const champDe = (regle: Regle): string => ('champ' in regle ? regle.champ : 'nationalite' in regle ? CHAMP_NATIONALITES : CHAMP_NAISSANCE);

/** The questions on which a condition depends: those it names, and those that show or stop these. */
function questionsDe(condition: Condition, champs: readonly Champ[]): Champ[] {
  const vus = new Set<string>();
  const suivre = (c: Condition): void => {
    for (const regle of reglesDe(c)) {
      const code = champDe(regle);
      if (vus.has(code)) continue;
      vus.add(code);
      const champ = champs.find((x) => x.code === code);
      if (champ?.visible) suivre(champ.visible);
      if (champ?.arret) suivre(champ.arret.si);
      if (champ?.type === 'nationalite_retenue') vus.add(champ.parmi);
    }
  };
  suivre(condition);
  return champs.filter((c) => vus.has(c.code));
}

/** Every rule that the search will read, to know which answers make a difference. */
function toutesLesRegles(condition: Condition, questions: readonly Champ[]): Regle[] {
  return [condition, ...questions.flatMap((q) => [q.visible, q.arret?.si])].flatMap((c) => (c ? reglesDe(c) : []));
}

const unique = <T>(valeurs: readonly T[]): T[] => [...new Set(valeurs)];

/** Births around each age named, and far from all of them. */
function naissances(regles: readonly Regle[], jour: Jour): string[] {
  const ages = unique(regles.flatMap((r) => ('age' in r ? ['plusDe' in r.age ? r.age.plusDe : r.age.moinsDe] : [])));
  const autour = ages.flatMap((age) => [-1, 0, 1].map((d) => plusJours(plusMois(jour, -12 * age), d)));
  return unique([plusMois(jour, -12 * 35), plusMois(jour, -12 * 100), plusJours(jour, -1), ...autour]).filter(
    (ne) => ne < jour && decoupe(ne)[0] >= 1900,
  );
}

/** Sets of nationalities: each that is named, one that is not, and pairs when the one retained matters. */
function nationalites(regles: readonly Regle[], champ: Champ, avecRetenue: boolean): string[][] {
  const admises = new Set((valeursDe(champ) ?? LISTE_NATIONALITES).map((o) => o.code));
  const nommees = regles.flatMap((r) => {
    if ('nationalite' in r) return 'parmi' in r.nationalite ? r.nationalite.parmi : r.nationalite.hors;
    return 'champ' in r && [CHAMP_NATIONALITES, CHAMP_NATIONALITE_RETENUE].includes(r.champ) ? r.parmi : [];
  });
  const codes = unique(nommees).filter((n) => admises.has(n));
  const autre = [...admises].find((n) => !codes.includes(n));
  const toutes = autre ? [...codes, autre] : codes;
  const paires = avecRetenue ? toutes.flatMap((a, i) => toutes.slice(i + 1).map((b) => [a, b])) : [];
  return [...toutes.map((n) => [n]), ...paires];
}

function combinaisons(codes: readonly string[]): string[][] {
  return codes.reduce<string[][]>((parties, code) => parties.flatMap((p) => [p, [...p, code]]), [[]]);
}

/** Answers that make a difference to these rules, null for none given. */
function essaisDe(champ: Champ, procedure: Procedure, regles: readonly Regle[], jour: Jour): readonly (Reponse | null)[] {
  const nommees = unique(regles.flatMap((r) => ('champ' in r && r.champ === champ.code ? r.parmi : [])));
  const admises = valeursDe(champ)?.map((o) => o.code);
  if (champ.code === CHAMP_NAISSANCE) return [...naissances(regles, jour), ...nommees, null];
  switch (champ.type) {
    case 'nationalites':
      return champ.code === CHAMP_NATIONALITES
        ? [
            ...nationalites(
              regles,
              champ,
              regles.some((r) => 'champ' in r && [CHAMP_NATIONALITE_RETENUE, CHAMP_NATIONALITES].includes(r.champ)),
            ),
            null,
          ]
        : [...nommees.filter((n) => admises?.includes(n)).map((n) => [n]), null];
    case 'cases': {
      const [autre] = (admises ?? []).filter((code) => !nommees.includes(code));
      const utiles = nommees.filter((n) => admises?.includes(n)).slice(0, CASES_MAX);
      return [...combinaisons([...utiles, ...(autre ? [autre] : [])]).filter((c) => c.length > 0), null];
    }
    case 'textes':
      return [...combinaisons(nommees.slice(0, CASES_MAX)).map((c) => ['–', ...c]), ...nommees.map((n) => [n]), null];
    case 'connu': {
      if (champ.fait !== 'titre_type') return [...nommees, '–', null];
      const tenus: readonly string[] = procedure.acces.sorte === 'titre' ? procedure.acces.titres : (admises ?? []);
      return [...tenus, null];
    }
    case 'nombre': {
      const autres = Array.from({ length: nommees.length + 1 }, (_, i) => String(champ.min + i));
      return [...unique([...nommees, ...autres]).filter((n) => /^\d+$/.test(n) && Number(n) >= champ.min && Number(n) <= champ.max), null];
    }
    case 'pays': {
      const autre = LISTE_PAYS.find((p) => !nommees.includes(p.code))?.code;
      return [...nommees.filter((n) => admises?.includes(n)), ...(autre ? [autre] : []), null];
    }
    case 'choix':
    case 'oui_non':
    case 'attestation':
      return [...(admises ?? []), null];
    case 'nationalite_retenue':
      return [...unique(nommees).filter((n) => admises?.includes(n)), null];
    case 'adresse':
    case 'repetition':
      // given, but nothing that a rule could read
      return [[], null];
    case 'texte':
    case 'texte_long':
    case 'date':
    case 'date_partielle':
    case 'telephone':
    case 'courriel':
      return [...nommees, '–', null];
  }
}

/** One person, of those whom the procedure lets answer, for whom the condition is true on that day. */
export function temoin(condition: Condition, procedure: Procedure, jour: Jour): Temoin {
  const champs = champsDeLaProcedure(procedure);
  const questions = questionsDe(condition, champs);
  const regles = toutesLesRegles(condition, questions);
  const essais = questions.map((q) => ({ champ: q, valeurs: essaisDe(q, procedure, regles, jour) }));
  const donnees = new Map<string, Reponse | null>();
  const codes = new Set(questions.map((q) => q.code));
  let restants = ESSAIS_MAX;
  // more boxes than can be tried in every combination: what is not found may still exist
  const tropDeCases = questions.some(
    (q) =>
      (q.type === 'cases' || q.type === 'textes') &&
      unique(regles.flatMap((r) => ('champ' in r && r.champ === q.code ? r.parmi : []))).length > CASES_MAX,
  );

  const reponses = (): Reponses => Object.fromEntries([...donnees].flatMap(([code, r]) => (r === null ? [] : [[code, r] as const])));
  const ouverte = (code: string) => codes.has(code) && !donnees.has(code);

  function estCoherente(champ: Champ, lues: Reponses, verdict: (c: Condition) => Verdict): Verdict {
    const reponse = donnees.get(champ.code);
    if (reponse === undefined) return 'indetermine';
    if (champ.type === 'nationalite_retenue') {
      const toutes = lues[champ.parmi];
      if (ouverte(champ.parmi)) return 'indetermine';
      if (typeof reponse === 'string' && !(Array.isArray(toutes) && toutes.some((n) => n === reponse))) return 'non';
      return estVisible(champ, { reponses: lues, jour }) === (reponse !== null) ? 'oui' : reponse === null && !champ.requis ? 'oui' : 'non';
    }
    const montree: Verdict = champ.visible ? verdict(champ.visible) : 'oui';
    if (reponse === null) return champ.requis ? inverse(montree) : 'oui';
    return et([montree, champ.arret ? inverse(verdict(champ.arret.si)) : 'oui']);
  }

  function juger(): Verdict {
    const lues = reponses();
    const regle = (r: Regle): Verdict => {
      if (ouverte(champDe(r)) || ('nationalite' in r && ouverte(CHAMP_NATIONALITE_RETENUE))) return 'indetermine';
      return evaluer(r, { reponses: lues, jour });
    };
    const verdict = (c: Condition) => combiner(c, regle);
    return et([verdict(condition), ...questions.map((q) => estCoherente(q, lues, verdict))]);
  }

  function chercher(rang: number): Temoin {
    if (restants-- <= 0) return { etat: 'indecis' };
    const verdict = juger();
    if (verdict === 'oui') return { etat: 'possible', reponses: reponses() };
    const essai = essais[rang];
    if (verdict === 'non' || !essai) return { etat: 'impossible' };
    for (const valeur of essai.valeurs) {
      donnees.set(essai.champ.code, valeur);
      const trouve = chercher(rang + 1);
      if (trouve.etat !== 'impossible') return trouve;
    }
    donnees.delete(essai.champ.code);
    return { etat: 'impossible' };
  }

  const trouve = chercher(0);
  return tropDeCases && trouve.etat === 'impossible' ? { etat: 'indecis' } : trouve;
}
