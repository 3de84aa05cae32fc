import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  difference,
  etatVersion,
  paragraphesDe,
  remplir,
  type Version,
  variablesDe,
  versionEnVigueur,
} from '#domain/publication/versions.ts';

const v = (version: number, effetLe: string | null, etat: Version['etat'] = 'publiee'): Version => ({ version, etat, effetLe });

describe('la version en vigueur', () => {
  const toutes = [v(1, '2026-01-01'), v(2, '2026-06-01'), v(3, '2026-09-01', 'retiree'), v(4, null, 'brouillon'), v(5, '2027-01-01')];
  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 1],
    ['2026-05-31', 1],
    ['2026-06-01', 2],
    ['2026-12-31', 2],
    ['2027-01-01', 5],
  ])('le %s : %s', (jour, attendue) => expect(versionEnVigueur(toutes, jour)?.version).toBe(attendue));

  it('donne à chacune son état', () =>
    expect(toutes.map((version) => etatVersion(version, toutes, '2026-10-01'))).toEqual([
      'remplacee',
      'en_vigueur',
      'retiree',
      'brouillon',
      'a_venir',
    ]));

  it('le même jour, la dernière publiée l’emporte', () =>
    expect(versionEnVigueur([v(2, '2026-01-01'), v(1, '2026-01-01')], '2026-02-01')?.version).toBe(2));

  it('une seule est en vigueur, toujours', () => {
    const jours = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(jours, { minLength: 1 }), jours, (effets, jour) => {
        const versions = effets.map((effet, i) => v(i + 1, effet));
        const enForce = versions.filter((x) => etatVersion(x, versions, jour) === 'en_vigueur');
        expect(enForce.length).toBe(effets.some((e) => e <= jour) ? 1 : 0);
      }),
    );
  });
});

describe('un texte à variables', () => {
  it('nomme ses variables', () => expect(variablesDe('Bonjour {nom}, {nom}. {accord?}Vous avez dit oui.')).toEqual(['nom', 'accord']));
  it('se remplit', () => expect(remplir('Le {jour}, à {nom}', { jour: '1er', nom: 'TEST' })).toBe('Le 1er, à TEST'));
  it('refuse une variable sans valeur', () => expect(() => remplir('{rien}', {})).toThrow('rien'));
  it('ne garde un paragraphe conditionnel que sur un oui', () => {
    const texte = 'Un.\n\n{accord?} Deux {x}.\n\nTrois.';
    expect(paragraphesDe(texte, { accord: 'oui', x: 'deux' })).toEqual(['Un.', 'Deux deux.', 'Trois.']);
    expect(paragraphesDe(texte, { accord: 'non', x: 'deux' })).toEqual(['Un.', 'Trois.']);
  });
});

describe('la différence', () => {
  it('ne montre que ce qui change', () =>
    expect(difference({ a: '1', b: '2' }, { a: '1', b: '3', c: '4' }, ['a', 'b', 'c'])).toEqual([
      { champ: 'b', avant: '2', apres: '3' },
      { champ: 'c', avant: '', apres: '4' },
    ]));
});
