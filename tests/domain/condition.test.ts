import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusJours, plusMois } from '#domain/jour.ts';
import { bornesDeNaissance, evaluer, nationalitesDeLaDemande, type Verdict } from '#domain/procedure/condition.ts';
import type { Condition, Reponses } from '#domain/procedure/definition.ts';

const JOUR = '2026-11-22';
const dit = (condition: Condition, reponses: Reponses, jour = JOUR): Verdict => evaluer(condition, { reponses, jour });

const PLUS_21: Condition = { age: { plusDe: 21 } };
const MOINS_16: Condition = { age: { moinsDe: 16 } };

describe('une réponse', () => {
  const loge: Condition = { champ: 'logement', parmi: ['hotel', 'particulier'] };
  it.each<[Reponses, Verdict]>([
    [{ logement: 'hotel' }, 'oui'],
    [{ logement: 'particulier' }, 'oui'],
    [{ logement: 'personnel' }, 'non'],
    [{}, 'non'],
    [{ logement: ['hotel'] }, 'oui'],
    [{ logement: ['personnel'] }, 'non'],
  ])('%o : %s', (reponses, verdict) => expect(dit(loge, reponses)).toBe(verdict));
});

describe('une nationalité', () => {
  const parmi: Condition = { nationalite: { parmi: ['DZ', 'TN'] } };
  const hors: Condition = { nationalite: { hors: ['DZ', 'TN'] } };
  it.each<[string, Reponses, Verdict, Verdict]>([
    ['non dite', {}, 'indetermine', 'indetermine'],
    ['vide', { nationalites: [] }, 'indetermine', 'indetermine'],
    ['algérienne', { nationalites: ['DZ'] }, 'oui', 'non'],
    ['tunisienne', { nationalites: ['TN'] }, 'oui', 'non'],
    ['marocaine', { nationalites: ['MA'] }, 'non', 'oui'],
    ['algérienne et tunisienne', { nationalites: ['DZ', 'TN'] }, 'oui', 'non'],
    ['algérienne et canadienne', { nationalites: ['DZ', 'CA'] }, 'indetermine', 'indetermine'],
    ['algérienne et canadienne, la première retenue', { nationalites: ['DZ', 'CA'], nationalite_retenue: 'DZ' }, 'oui', 'non'],
    ['algérienne et canadienne, la seconde retenue', { nationalites: ['DZ', 'CA'], nationalite_retenue: 'CA' }, 'non', 'oui'],
    ['retenue, mais retirée depuis', { nationalites: ['CA'], nationalite_retenue: 'DZ' }, 'non', 'oui'],
  ])('%s', (_cas, reponses, attenduParmi, attenduHors) => {
    expect(dit(parmi, reponses)).toBe(attenduParmi);
    expect(dit(hors, reponses)).toBe(attenduHors);
  });
  it('retenue qui n’est pas donnée ne compte pas', () =>
    expect(nationalitesDeLaDemande({ nationalites: ['MA', 'CA'], nationalite_retenue: 'FR' })).toEqual(['MA', 'CA']));
});

describe('un âge', () => {
  it.each<[string, Verdict]>([
    ['2005-11-21', 'oui'],
    ['2005-11-22', 'non'],
    ['2005-11-23', 'non'],
    ['2005-10', 'oui'],
    ['2005-11', 'indetermine'],
    ['2005-12', 'non'],
    ['2004', 'oui'],
    ['2005', 'indetermine'],
    ['2006', 'non'],
  ])('né(e) %s : plus de 21 ans le 22/11/2026, %s (D-14, D-17)', (date_naissance, verdict) =>
    expect(dit(PLUS_21, { date_naissance })).toBe(verdict),
  );

  it.each<[string, Verdict]>([
    ['2010-11-22', 'non'],
    ['2010-11-23', 'oui'],
    ['2010-11', 'indetermine'],
    ['2011', 'oui'],
    ['2009', 'non'],
  ])('né(e) %s : moins de 16 ans le 22/11/2026, %s', (date_naissance, verdict) => expect(dit(MOINS_16, { date_naissance })).toBe(verdict));

  it('né(e) un 29 février : 21 ans le 28 février, plus de 21 ans le lendemain', () => {
    const ne = { date_naissance: '2004-02-29' };
    expect(dit(PLUS_21, ne, '2025-02-28')).toBe('non');
    expect(dit(PLUS_21, ne, '2025-03-01')).toBe('oui');
  });
  it.each<Reponses>([{}, { date_naissance: '' }, { date_naissance: ['2000'] }])('sans date (%o) reste ouvert', (reponses) =>
    expect(dit(PLUS_21, reponses)).toBe('indetermine'),
  );
  it('ne compte que le jour du dépôt : la même personne change en une nuit', () => {
    expect(dit(PLUS_21, { date_naissance: '2005-11-22' }, '2026-11-22')).toBe('non');
    expect(dit(PLUS_21, { date_naissance: '2005-11-22' }, '2026-11-23')).toBe('oui');
  });
});

describe('tous, un, non : logique à trois valeurs', () => {
  const oui: Condition = { champ: 'a', parmi: ['1'] };
  const non: Condition = { champ: 'a', parmi: ['2'] };
  const flou: Condition = { age: { plusDe: 21 } };
  const vaut = (c: Condition) => dit(c, { a: '1' });
  it.each<[Condition, Condition, Verdict, Verdict]>([
    [oui, oui, 'oui', 'oui'],
    [oui, non, 'non', 'oui'],
    [oui, flou, 'indetermine', 'oui'],
    [non, non, 'non', 'non'],
    [non, flou, 'non', 'indetermine'],
    [flou, flou, 'indetermine', 'indetermine'],
  ])('table de vérité, ligne %#', (a, b, et, ou) => {
    for (const paire of [
      [a, b],
      [b, a],
    ]) {
      expect(vaut({ tous: paire })).toBe(et);
      expect(vaut({ un: paire })).toBe(ou);
    }
  });
  it.each<[Condition, Verdict]>([
    [oui, 'non'],
    [non, 'oui'],
    [flou, 'indetermine'],
  ])('non, ligne %#', (c, verdict) => expect(vaut({ non: c })).toBe(verdict));
  it('aucune condition : tous est vrai, un est faux', () => expect([vaut({ tous: [] }), vaut({ un: [] })]).toEqual(['oui', 'non']));
});

// ----- properties

const jour = fc
  .date({ min: new Date('1930-01-01T00:00:00Z'), max: new Date('2026-11-22T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const feuille: fc.Arbitrary<Condition> = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map((n): Condition => ({ age: { plusDe: n } })),
  fc.integer({ min: 0, max: 90 }).map((n): Condition => ({ age: { moinsDe: n } })),
  fc.subarray(['DZ', 'TN', 'MA'], { minLength: 1 }).map((parmi): Condition => ({ nationalite: { parmi } })),
  fc.subarray(['DZ', 'TN', 'MA'], { minLength: 1 }).map((hors): Condition => ({ nationalite: { hors } })),
  fc.constantFrom<Condition>({ champ: 'a', parmi: ['1'] }, { champ: 'a', parmi: ['2', '3'] }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    feuille,
    fc.array(tie('condition'), { maxLength: 3 }).map((tous): Condition => ({ tous })),
    fc.array(tie('condition'), { maxLength: 3 }).map((un): Condition => ({ un })),
    tie('condition').map((non): Condition => ({ non })),
  ),
}));

/** True when the second verdict says no less than the first: what was decided stays, what was open may close. */
const precise = (avant: Verdict, apres: Verdict) => avant === 'indetermine' || avant === apres;

describe('préciser une réponse ne renverse jamais un verdict', () => {
  it('une date de naissance : année, puis mois, puis jour', () =>
    fc.assert(
      fc.property(condition, jour, jour, fc.subarray(['DZ', 'MA', 'CA']), (c, naissance, depot, nationalites) => {
        const verdict = (date_naissance: string) => dit(c, { date_naissance, nationalites, a: '1' }, depot);
        const [annee, mois, entiere] = [verdict(naissance.slice(0, 4)), verdict(naissance.slice(0, 7)), verdict(naissance)];
        return precise(annee, mois) && precise(mois, entiere);
      }),
      { numRuns: 500 },
    ));

  it('plusieurs nationalités, puis celle qui est retenue', () =>
    fc.assert(
      fc.property(condition, fc.subarray(['DZ', 'TN', 'MA', 'CA'], { minLength: 1 }), (c, nationalites) =>
        nationalites.every((nationalite_retenue) =>
          precise(
            dit(c, { nationalites, a: '1', date_naissance: '2000' }),
            dit(c, { nationalites, nationalite_retenue, a: '1', date_naissance: '2000' }),
          ),
        ),
      ),
      { numRuns: 500 },
    ));

  it('une date entière et une nationalité décident tout', () =>
    fc.assert(
      fc.property(condition, jour, (c, date_naissance) => dit(c, { date_naissance, nationalites: ['MA'], a: '1' }) !== 'indetermine'),
    ));

  it('tous et un sont l’envers l’un de l’autre (De Morgan)', () =>
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 3 }), jour, (cs, date_naissance) => {
        const reponses = { date_naissance: date_naissance.slice(0, 4), nationalites: ['DZ', 'CA'] };
        return dit({ non: { tous: cs } }, reponses) === dit({ un: cs.map((non) => ({ non })) }, reponses);
      }),
    ));
});

describe('les bornes d’une naissance', () => {
  it.each([
    ['2008', '2008-01-01', '2008-12-31'],
    ['2008-02', '2008-02-01', '2008-02-29'],
    ['2009-02', '2009-02-01', '2009-02-28'],
    ['2008-03-12', '2008-03-12', '2008-03-12'],
  ])('%s va du %s au %s', (naissance, debut, fin) => expect(bornesDeNaissance(naissance)).toEqual([debut, fin]));

  it('encadrent tous les âges possibles, au jour près de l’anniversaire', () =>
    fc.assert(
      fc.property(jour, fc.integer({ min: 1, max: 60 }), (naissance, age) => {
        const anniversaire = plusMois(naissance, age * 12);
        const c: Condition = { age: { plusDe: age } };
        return (
          dit(c, { date_naissance: naissance }, anniversaire) === 'non' &&
          dit(c, { date_naissance: naissance }, plusJours(anniversaire, 1)) === 'oui'
        );
      }),
    ));
});
