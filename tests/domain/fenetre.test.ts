import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EtatFenetre, etatFenetre, FENETRE_DU_TITULAIRE, peutCommencer } from '#domain/delais/fenetre.ts';
import { type Jour, joursEntre, plusJours, plusMois } from '#domain/jour.ts';
import type { Fenetre } from '#domain/procedure/definition.ts';

const titre = (titreFin: Jour | null, jour: Jour, estResidentUe = false) =>
  etatFenetre(FENETRE_DU_TITULAIRE, { titreFin, evenement: null, estResidentUe }, jour);

describe('la fenetre de qui tient un titre (R.431-5 1°)', () => {
  // the titre ends on 30 June 2028: 120 days before is 2 March of a leap year, 60 days before is 1 May
  const FIN = '2028-06-30';
  it.each<[Jour, EtatFenetre]>([
    ['2028-03-01', { etat: 'trop_tot', ouvreLe: '2028-03-02' }],
    ['2028-03-02', { etat: 'ouverte', jusquau: '2028-05-01' }],
    ['2028-05-01', { etat: 'ouverte', jusquau: '2028-05-01' }],
    ['2028-05-02', { etat: 'tardive', delaiFiniLe: '2028-05-01', titreFinitLe: FIN }],
    ['2028-06-30', { etat: 'tardive', delaiFiniLe: '2028-05-01', titreFinitLe: FIN }],
    ['2028-07-01', { etat: 'expiree', finiLe: FIN, jusquau: '2028-12-30' }],
    ['2028-12-30', { etat: 'expiree', finiLe: FIN, jusquau: '2028-12-30' }],
    ['2028-12-31', { etat: 'plus_de_six_mois', finiLe: FIN, depuis: '2028-12-31' }],
  ])('le %s', (jour, attendu) => expect(titre(FIN, jour)).toEqual(attendu));

  it('compte six mois de date a date : un titre fini le 31 aout, jusqu’au 28 ou 29 fevrier', () => {
    expect(titre('2026-08-31', '2027-02-28')).toEqual({ etat: 'expiree', finiLe: '2026-08-31', jusquau: '2027-02-28' });
    expect(titre('2027-08-31', '2028-02-29')).toEqual({ etat: 'expiree', finiLe: '2027-08-31', jusquau: '2028-02-29' });
    expect(titre('2027-08-31', '2028-03-01')).toMatchObject({ etat: 'plus_de_six_mois', depuis: '2028-03-01' });
  });

  it('ne lie ni le resident de longue duree – UE, ni qui n’a pas de titre', () => {
    for (const jour of ['2020-01-01', FIN, '2040-01-01']) {
      expect(titre(FIN, jour, true)).toEqual({ etat: 'libre' });
      expect(titre(null, jour)).toEqual({ etat: 'libre' });
    }
  });
});

describe('la fenetre comptee d’un evenement', () => {
  const depuis = (ferme: boolean): Fenetre => ({ sorte: 'depuis', champ: 'date_entree_france', mois: 2, ferme, article: 'R.431-4' });
  const lire = (fenetre: Fenetre, evenement: Jour | null, jour: Jour) =>
    etatFenetre(fenetre, { titreFin: null, evenement, estResidentUe: false }, jour);

  it.each<[boolean, Jour, EtatFenetre]>([
    [false, '2026-12-30', { etat: 'trop_tot', ouvreLe: '2026-12-31' }],
    [false, '2026-12-31', { etat: 'ouverte', jusquau: '2027-02-28' }],
    [false, '2027-02-28', { etat: 'ouverte', jusquau: '2027-02-28' }],
    [false, '2027-03-01', { etat: 'tardive', delaiFiniLe: '2027-02-28', titreFinitLe: null }],
    [true, '2027-03-01', { etat: 'fermee', delaiFiniLe: '2027-02-28' }],
  ])('ferme : %s, le %s', (ferme, jour, attendu) => expect(lire(depuis(ferme), '2026-12-31', jour)).toEqual(attendu));

  it('attend la date de l’evenement, ou ne limite rien', () => {
    expect(lire(depuis(true), null, '2026-01-01')).toEqual({ etat: 'selon_evenement', mois: 2 });
    expect(lire({ sorte: 'libre', article: 'L.436-2' }, null, '2026-01-01')).toEqual({ etat: 'libre' });
  });
});

describe('pour tout titre et tout jour', () => {
  const jours = fc.integer({ min: 0, max: 365 * 40 }).map((n) => plusJours('2000-01-01', n));
  const ORDRE = ['trop_tot', 'ouverte', 'tardive', 'expiree', 'plus_de_six_mois'];

  it('l’etat n’avance que dans un sens, et chaque borne est a sa place', () => {
    fc.assert(
      fc.property(jours, fc.integer({ min: -200, max: 400 }), (fin, decalage) => {
        const jour = plusJours(fin, decalage);
        const etat = titre(fin, jour);
        const suivant = titre(fin, plusJours(jour, 1));
        expect(ORDRE.indexOf(suivant.etat) - ORDRE.indexOf(etat.etat)).toBeOneOf([0, 1]);
        const avant = joursEntre(jour, fin);
        const attendu =
          avant > 120
            ? 'trop_tot'
            : avant >= 60
              ? 'ouverte'
              : avant >= 0
                ? 'tardive'
                : jour <= plusMois(fin, 6)
                  ? 'expiree'
                  : 'plus_de_six_mois';
        expect(etat.etat).toBe(attendu);
      }),
      { numRuns: 2000 },
    );
  });

  it('les dates dites sont celles ou l’etat change', () => {
    fc.assert(
      fc.property(jours, fc.integer({ min: -200, max: 400 }), (fin, decalage) => {
        const etat = titre(fin, plusJours(fin, decalage));
        if (etat.etat === 'trop_tot') {
          expect(titre(fin, etat.ouvreLe).etat).toBe('ouverte');
          expect(titre(fin, plusJours(etat.ouvreLe, -1)).etat).toBe('trop_tot');
        }
        if (etat.etat === 'ouverte') expect(titre(fin, plusJours(etat.jusquau, 1)).etat).toBe('tardive');
        if (etat.etat === 'expiree') expect(titre(fin, plusJours(etat.jusquau, 1)).etat).toBe('plus_de_six_mois');
        if (etat.etat === 'plus_de_six_mois') expect(titre(fin, plusJours(etat.depuis, -1)).etat).toBe('expiree');
      }),
      { numRuns: 1000 },
    );
  });

  it('en retard, on peut encore commencer ; trop tot ou trop tard, non', () => {
    const commence = (jour: Jour) => peutCommencer(titre('2027-06-30', jour));
    expect(['2027-01-01', '2027-04-01', '2027-06-01', '2027-08-01', '2028-01-01'].map(commence)).toEqual([false, true, true, true, false]);
  });
});
