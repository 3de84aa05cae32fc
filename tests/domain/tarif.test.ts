import { describe, expect, it } from 'vitest';
import { SUPPLEMENTS, TARIFS } from '#domain/tarif/codes.ts';
import { centimesSaisis, enEuros, eurosSaisis, type LigneTarif, montantDe, montantsAnnonces, montantsAu } from '#domain/tarif/montant.ts';
import { LIGNES_TARIFS } from '#procedures/tarifs.ts';

const JOUR = '2026-11-22';
const lisible = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');
const totaux = (code: LigneTarif['code'], jour = JOUR) => montantsAu(LIGNES_TARIFS, code, jour).map((m) => m.total);

describe('le tarif d’un cas', () => {
  it.each([
    ['normal', [225_00]],
    ['normal_renouvellement', [225_00]],
    ['reduit', [75_00]],
    ['reduit_renouvellement', [75_00]],
    ['timbre_seul', [25_00]],
    ['exempt', [0]],
    ['union_europeenne', [0, 25_00]],
    ['duplicata', [225_00, 75_00]],
    ['changement', [25_00]],
    ['dcem', [50_00]],
    ['titre_voyage', [45_00, 40_00]],
    ['vls_ts', [200_00, 50_00]],
    ['nationalite', [55_00]],
    ['gratuit', [0]],
    ['retard', [180_00]],
    ['regularisation', [200_00]],
  ] as const)('%s : %j centimes selon le code en vigueur', (code, attendus) => expect(totaux(code)).toEqual(attendus));

  it('existe pour chaque code, sans jour sans montant', () => {
    for (const code of [...Object.keys(TARIFS), ...Object.keys(SUPPLEMENTS)])
      expect(LIGNES_TARIFS.some((l) => l.code === code && l.du !== null && l.du <= JOUR && l.au === undefined)).toBe(true);
  });
  it('ne s’invente pas avant sa première date', () => expect(totaux('normal', '2021-04-30')).toEqual([]));
});

describe('la loi de finances pour 2026', () => {
  it('est annoncée, jamais appliquée, tant que son premier jour n’est pas établi', () => {
    expect(montantsAnnonces(LIGNES_TARIFS, 'normal').map((m) => m.total)).toEqual([350_00]);
    expect(totaux('normal', '2099-01-01')).toEqual([225_00]);
  });
  it('n’annonce rien pour ce qu’elle ne change pas', () => {
    for (const code of ['dcem', 'retard', 'exempt', 'titre_voyage'] as const) expect(montantsAnnonces(LIGNES_TARIFS, code)).toEqual([]);
  });
  it('s’applique dès que son jour est écrit, et l’ancien montant cesse', () => {
    const datees = LIGNES_TARIFS.map((l) => (l.du === null ? { ...l, du: '2027-01-01' } : l));
    expect(montantsAu(datees, 'duplicata', '2026-12-31').map((m) => m.total)).toEqual([225_00, 75_00]);
    expect(montantsAu(datees, 'duplicata', '2027-01-01').map((m) => m.total)).toEqual([250_00, 100_00]);
  });
  it('cesse le lendemain de son dernier jour', () => {
    const bornees = LIGNES_TARIFS.map((l) => (l.code === 'dcem' ? { ...l, au: '2026-12-31' } : l));
    expect(montantsAu(bornees, 'dcem', '2026-12-31')).toHaveLength(1);
    expect(montantsAu(bornees, 'dcem', '2027-01-01')).toHaveLength(0);
  });
});

describe('le montant d’une demande', () => {
  it('ajoute le droit de visa de régularisation d’un renouvellement tardif', () =>
    expect(montantDe(LIGNES_TARIFS, { code: 'normal_renouvellement', supplements: ['retard'] }, JOUR)?.total).toBe(405_00));
  it('dit la part payée dès la demande (L.436-4)', () => {
    const du = montantDe(LIGNES_TARIFS, { code: 'normal', supplements: ['regularisation'] }, JOUR);
    expect(du?.total).toBe(425_00);
    expect(du?.detail.map((m) => m.aLaDemande)).toEqual([undefined, 50_00]);
  });
  it('demande le cas quand il y en a plusieurs', () => {
    expect(montantDe(LIGNES_TARIFS, { code: 'duplicata' }, JOUR)).toBeUndefined();
    expect(montantDe(LIGNES_TARIFS, { code: 'duplicata', cas: 'reduit' }, JOUR)?.total).toBe(75_00);
    expect(montantDe(LIGNES_TARIFS, { code: 'normal', cas: 'inconnu' }, JOUR)).toBeUndefined();
  });
  it('n’existe pas sans ligne à cette date', () => expect(montantDe(LIGNES_TARIFS, { code: 'normal' }, '2020-01-01')).toBeUndefined());
});

describe('en euros', () => {
  it.each([
    [0, '0 €'],
    [225_00, '225 €'],
    [45_50, '45,50 €'],
    [1_000_00, '1 000 €'],
  ])('%i centimes se lisent « %s »', (centimes, texte) => expect(lisible(enEuros(centimes))).toBe(texte));
});

describe('un montant saisi', () => {
  it.each([
    ['0', 0],
    ['225', 225_00],
    ['22,50', 22_50],
    ['0,05', 5],
  ])('« %s » est %i centimes, dans les deux sens', (texte, centimes) => {
    expect(centimesSaisis(texte)).toBe(centimes);
    expect(eurosSaisis(centimes)).toBe(texte);
  });
  it.each(['', undefined, 'gratuit', '22.50'])('vaut zéro quand ce n’en est pas un : %j', (texte) => expect(centimesSaisis(texte)).toBe(0));
  it('admet une seule décimale', () => expect(centimesSaisis('22,5')).toBe(22_50));
});
