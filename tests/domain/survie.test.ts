import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Delai, delaiDe, type Effectif, LIBELLE_TRANCHE, TRANCHES } from '#domain/pilotage/survie.ts';

const fini = (jours: number, finis = 1): Effectif => ({ jours, finis, ouverts: 0 });
const ouvert = (jours: number, ouverts = 1): Effectif => ({ jours, finis: 0, ouverts });
const borne = (d: Delai | null): number => (d === null ? -1 : 'jours' in d ? d.jours : d.plusDe);
const durees = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
const quantile = fc.constantFrom(0.5, 0.8);

describe('le délai d’instruction', () => {
  it('est la médiane ordinaire quand tout est fini', () => {
    expect(delaiDe([fini(10), fini(20), fini(30), fini(40), fini(50)], 0.5)).toEqual({ jours: 30 });
    expect(delaiDe([fini(10), fini(20), fini(30), fini(40), fini(50)], 0.8)).toEqual({ jours: 40 });
  });

  it('compte les dossiers ouverts : dix finis vite n’en cachent pas vingt qui attendent', () => {
    expect(delaiDe([fini(10, 10)], 0.5)).toEqual({ jours: 10 });
    expect(delaiDe([fini(10, 10), ouvert(200, 20)], 0.5)).toEqual({ plusDe: 200 });
  });

  // the worked example of Kaplan and Meier's textbooks (remission, 6-MP): 6,6,6,6+,7,9+,10,10+,11+,13,16,17+,19+,20+,22,23,25+,32+,32+,34+,35+
  it('donne ce que donnent les manuels', () => {
    const essai = [
      fini(6, 3),
      ouvert(6),
      fini(7),
      ouvert(9),
      fini(10),
      ouvert(10),
      ouvert(11),
      fini(13),
      fini(16),
      ouvert(17),
      ouvert(19),
      ouvert(20),
      fini(22),
      fini(23),
      ouvert(25),
      ouvert(32, 2),
      ouvert(34),
      ouvert(35),
    ];
    expect(delaiDe(essai, 0.5)).toEqual({ jours: 23 });
    expect(delaiDe(essai, 0.25)).toEqual({ jours: 13 });
    expect(delaiDe(essai, 0.8)).toEqual({ plusDe: 35 });
  });

  it('ne dit rien de personne', () => expect(delaiDe([], 0.5)).toBeNull());

  it('égale le quantile empirique sans dossier ouvert', () =>
    fc.assert(
      fc.property(durees, quantile, (jours, q) => {
        const rang = Math.ceil(jours.length * q - 1e-9);
        expect(
          delaiDe(
            jours.map((j) => fini(j)),
            q,
          ),
        ).toEqual({ jours: jours.toSorted((a, b) => a - b)[rang - 1] });
      }),
    ));

  it('ne raccourcit jamais quand un dossier de plus attend, ni ne dépend de l’ordre ou du regroupement', () =>
    fc.assert(
      fc.property(durees, durees, fc.integer({ min: 0, max: 500 }), quantile, (finis, ouverts, age, q) => {
        const tous = [...finis.map((j) => fini(j)), ...ouverts.map((j) => ouvert(j))];
        const avant = delaiDe(tous, q);
        const apres = delaiDe([...tous, ouvert(age)], q);
        if (avant !== null && 'jours' in avant) expect(borne(apres)).toBeGreaterThanOrEqual(avant.jours);
        expect(delaiDe(tous.toReversed(), q)).toEqual(avant);
      }),
    ));

  it('finir au lieu d’attendre ne rallonge jamais', () =>
    fc.assert(
      fc.property(durees, durees, quantile, (finis, ouverts, q) => {
        const base = finis.map((j) => fini(j));
        expect(borne(delaiDe([...base, ...ouverts.map((j) => fini(j))], q))).toBeLessThanOrEqual(
          borne(delaiDe([...base, ...ouverts.map((j) => ouvert(j))], q)),
        );
      }),
    ));
});

it('chaque tranche d’âge a son nom', () => expect(LIBELLE_TRANCHE).toHaveLength(TRANCHES.length));
