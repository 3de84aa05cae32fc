import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adresseSurUneLigne, lignesAdresse, normaliserAdresse } from '#domain/adresse/adresse.ts';
import {
  departementDe,
  departementDuCodeInsee,
  departementDuCodePostal,
  estOutreMer,
  prefixeNumeroDemande,
} from '#domain/adresse/departement.ts';

describe('le departement', () => {
  it.each([
    ['59350', '59'],
    ['01004', '01'],
    ['2A004', '2A'],
    ['2b033', '2B'],
    ['75112', '75'],
    ['69383', '69'],
    ['97302', '973'],
    ['97801', '978'],
    ['98818', '988'],
  ])('du code INSEE %s est %s', (code, departement) => expect(departementDuCodeInsee(code)).toBe(departement));

  it.each([
    ['59000', '59'],
    ['20000', '2A'],
    ['20137', '2A'],
    ['20200', '2B'],
    ['20600', '2B'],
    ['97300', '973'],
    ['97133', '977'],
    ['97150', '978'],
    ['97110', '971'],
    ['98800', '988'],
    ['59 000', '59'],
  ])('du code postal %s est %s', (code, departement) => expect(departementDuCodePostal(code)).toBe(departement));

  it.each(['', '5900', '00100', '96000', '98000', '99100', '2C001', 'abcde', '590000'])('de « %s » n’existe pas', (code) => {
    expect(departementDuCodeInsee(code)).toBeNull();
    expect(departementDuCodePostal(code)).toBeNull();
  });

  it('vient du code INSEE d’abord', () => {
    expect(departementDe({ codeInsee: '2A004', codePostal: '20200' })).toBe('2A');
    expect(departementDe({ codeInsee: '', codePostal: '97300' })).toBe('973');
    expect(departementDe({})).toBeNull();
  });

  it('donne les quatre premiers chiffres du numero de la demande (D-03)', () => {
    expect(['59', '01', '2A', '2B', '973', '978', '988'].map(prefixeNumeroDemande)).toEqual([
      '5901',
      '0101',
      '2001',
      '2002',
      '9731',
      '9781',
      '9881',
    ]);
    for (const inconnu of ['', '20', '96', '999', '5']) expect(() => prefixeNumeroDemande(inconnu)).toThrow(RangeError);
  });

  it('donne toujours quatre chiffres, et jamais les memes pour deux departements', () => {
    const tous = Array.from({ length: 95 }, (_, i) => String(i + 1).padStart(2, '0')).filter((d) => d !== '20');
    const outreMer = ['971', '972', '973', '974', '975', '976', '977', '978', '984', '986', '987', '988', '989'];
    const prefixes = [...tous, '2A', '2B', ...outreMer].map(prefixeNumeroDemande);
    expect(prefixes.every((prefixe) => /^\d{4}$/.test(prefixe))).toBe(true);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(outreMer.every(estOutreMer)).toBe(true);
    expect(estOutreMer('59')).toBe(false);
  });
});

describe('l’adresse', () => {
  it('s’ecrit comme sur une enveloppe', () => {
    const lille = {
      numero: '20',
      voie: 'Rue Nationale',
      complement: 'Bât. B, chez TESTMARTIN',
      codePostal: '59 000',
      ville: 'Lille',
      pays: 'France',
    };
    expect(lignesAdresse(lille)).toEqual(['Bât. B, chez TESTMARTIN', '20 Rue Nationale', '59000 Lille']);
    expect(adresseSurUneLigne({ voie: 'Lieu-dit L’Écluse', codePostal: '97300', ville: 'Cayenne' })).toBe(
      'Lieu-dit L’Écluse, 97300 Cayenne',
    );
    expect(lignesAdresse({ ville: 'Montréal', pays: 'Canada' })).toEqual(['Montréal', 'CANADA']);
  });

  it('met en ordre les espaces sans rien refuser', () => {
    expect(normaliserAdresse({ voie: '  rue   de l’Église\u00a0-\u200bS¹ 3e / 4 ' }).voie).toBe('rue de l’Église - S¹ 3e / 4');
    expect(normaliserAdresse({ codeInsee: ' 2a004 ' })).toMatchObject({ codeInsee: '2A004', pays: 'France' });
  });

  it('ne change plus une adresse deja en ordre', () => {
    fc.assert(
      fc.property(
        fc.record({ numero: fc.string(), voie: fc.string({ unit: 'binary' }), ville: fc.string(), codePostal: fc.string() }),
        (saisie) => {
          const une = normaliserAdresse(saisie);
          expect(normaliserAdresse(une)).toEqual(une);
        },
      ),
    );
  });
});
