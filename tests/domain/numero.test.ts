import { describe, expect, it } from 'vitest';
import { departementDe, prefixeNumeroDemande } from '#domain/adresse/departement.ts';
import { numeroDeDemande } from '#domain/dossier/numero.ts';
import { jourDe } from '#domain/jour.ts';

describe('le numéro de la demande (D-03)', () => {
  it.each([
    ['Lille', { codeInsee: '59350', codePostal: '59000' }, '5901'],
    ['Bourg-en-Bresse, sans code INSEE', { codePostal: '01000' }, '0101'],
    ['Paris', { codeInsee: '75056' }, '7501'],
    ['Ajaccio', { codeInsee: '2A004', codePostal: '20000' }, '2001'],
    ['Bastia', { codeInsee: '2B033', codePostal: '20200' }, '2002'],
    ['Bastia, sans code INSEE', { codePostal: '20200' }, '2002'],
    ['Cayenne', { codeInsee: '97302', codePostal: '97300' }, '9731'],
    ['Mamoudzou', { codePostal: '97600' }, '9761'],
    ['Saint-Martin, au code postal de Guadeloupe', { codePostal: '97150' }, '9781'],
    ['Papeete', { codePostal: '98714' }, '9871'],
  ])('%s donne 19 chiffres', (_ville, adresse, prefixe) => {
    const departement = departementDe(adresse);
    if (departement === null) throw new Error('département inconnu');
    expect(prefixeNumeroDemande(departement)).toBe(prefixe);
    expect(numeroDeDemande(prefixe, '2026-11-22', 12)).toBe(`${prefixe}202611220000012`);
    expect(numeroDeDemande(prefixe, '2026-11-22', 12)).toMatch(/^\d{19}$/);
  });

  it('date le dépôt de Paris, pas de Londres', () =>
    expect(numeroDeDemande('5901', jourDe(new Date('2026-12-31T23:30:00Z')), 1)).toBe('5901202701010000001'));
  it.each([0, -1, 1.5, 10_000_000, Number.NaN])('refuse la séquence %d', (sequence) =>
    expect(() => numeroDeDemande('5901', '2026-11-22', sequence)).toThrow('séquence'),
  );
  it.each(['59', '59010', '2A01', ''])('refuse le préfixe « %s »', (prefixe) =>
    expect(() => numeroDeDemande(prefixe, '2026-11-22', 1)).toThrow('préfixe'),
  );
  it('refuse un département qui n’existe pas', () => expect(() => prefixeNumeroDemande('20')).toThrow(RangeError));
});
