import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeJour, decoupe, estJour, jourDe, jourLisible, joursEntre, plusJours, plusMois } from '#domain/jour.ts';

const jours = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe('un jour', () => {
  it.each([
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    // the hour that exists twice, last Sunday of October
    ['2026-10-25T00:30:00Z', '2026-10-25'],
    ['2026-10-25T01:30:00Z', '2026-10-25'],
  ])('%s est le %s à Paris', (instant, jour) => expect(jourDe(new Date(instant))).toBe(jour));

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '2026-1-1', '2026-01-01T00:00:00Z', ''])(
    'refuse « %s »',
    (texte) => expect(estJour(texte)).toBe(false),
  );
  it.each(['2024-02-29', '2000-02-29', '1900-02-28', '2026-12-31'])('admet %s', (texte) => expect(estJour(texte)).toBe(true));
  it('refuse le 29 février des siècles non bissextiles', () => expect(estJour('1900-02-29')).toBe(false));

  it('se lit à la française', () => expect(jourLisible('2022-12-02')).toBe('02/12/2022'));
  it('se découpe et se recompose', () => fc.assert(fc.property(jours, (jour) => composeJour(...decoupe(jour)) === jour)));
});

describe('plusMois', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2027-10-31', 4, '2028-02-29'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-05-20', 0, '2026-05-20'],
  ])('%s et %i mois font %s', (jour, mois, attendu) => expect(plusMois(jour, mois)).toBe(attendu));

  it('donne toujours un vrai jour, du mois voulu, sans jamais dépasser le quantième', () =>
    fc.assert(
      fc.property(jours, fc.integer({ min: -600, max: 600 }), (jour, mois) => {
        const [annee, m, j] = decoupe(jour);
        const but = plusMois(jour, mois);
        const [a2, m2, j2] = decoupe(but);
        return estJour(but) && a2 * 12 + m2 === annee * 12 + m + mois && j2 <= j;
      }),
    ));

  it('garde l’ordre des jours', () =>
    fc.assert(
      fc.property(jours, jours, fc.integer({ min: 0, max: 600 }), (a, b, mois) => (a <= b ? plusMois(a, mois) <= plusMois(b, mois) : true)),
    ));
});

describe('plusJours et joursEntre', () => {
  it('sont inverses, changements d’heure compris', () =>
    fc.assert(fc.property(jours, fc.integer({ min: -40_000, max: 40_000 }), (jour, n) => joursEntre(jour, plusJours(jour, n)) === n)));
  it('traverse le 29 février', () =>
    expect([plusJours('2024-02-28', 2), plusJours('2026-02-28', 1)]).toEqual(['2024-03-01', '2026-03-01']));
});
