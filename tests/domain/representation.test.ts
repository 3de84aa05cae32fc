// Who may file for whom, by age (D-11, D-17).
import { describe, expect, it } from 'vitest';
import { empechementDAge, LIENS_REPRESENTANT, nomDuRepresentant, nomDuRepresente } from '#domain/access/representation.ts';

const JOUR = '2026-11-22';

describe('une demande', () => {
  it.each([
    ['pour un enfant de 10 ans, par son parent', true, '2016-05-01', null],
    ['pour un enfant de 17 ans, par son parent', true, '2008-11-23', null],
    ['pour qui a 18 ans ce jour', true, '2008-11-22', 'majeur'],
    ['pour qui a 18 ans sûrement, l’année seule étant connue', true, '2007', 'majeur'],
    ['pour qui a peut-être 18 ans', true, '2008', null],
    ['seul, à 16 ans ce jour', false, '2010-11-22', null],
    ['seul, la veille de ses 16 ans', false, '2010-11-23', 'trop_jeune'],
    ['seul, peut-être 16 ans', false, '2010', null],
    ['seul, sûrement moins de 16 ans', false, '2011', 'trop_jeune'],
    ['seul, majeur', false, '1990-03-04', null],
    ['dont la date n’est pas encore dite', true, '', null],
  ] as const)('%s', (_nom, representee, naissance, attendu) => expect(empechementDAge(representee, naissance, JOUR)).toBe(attendu));

  it('nomme celui qui représente et celui qui est représenté', () => {
    const enfant = { nom: 'Testdiallo', prenom: 'Lina' };
    const noms = LIENS_REPRESENTANT.map((lien) => nomDuRepresentant({ lien, nom: 'Testdiallo', prenom: 'Aïssatou', enfant, cle: '' }));
    expect(noms).toEqual([
      'Aïssatou TESTDIALLO (père)',
      'Aïssatou TESTDIALLO (mère)',
      'Aïssatou TESTDIALLO (tutelle)',
      'Aïssatou TESTDIALLO (représentant légal)',
    ]);
    expect(nomDuRepresente({ lien: 'mere', nom: 'X', prenom: 'Y', enfant, cle: '' })).toBe('Lina TESTDIALLO');
  });
});
