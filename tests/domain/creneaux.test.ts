import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPARTEMENTS } from '#domain/adresse/departements.ts';
import { FUSEAUX, type Fuseau, fuseauDe, PARIS } from '#domain/adresse/fuseau.ts';
import { heureLisible, instantDe, jourDit, jourEnLettres, jourLocal } from '#domain/horloge.ts';
import { jourDe, plusJours } from '#domain/jour.ts';
import {
  creneauDe,
  creneauxDuJour,
  creneauxLibres,
  heureDe,
  jourDeSemaine,
  minutesSaisies,
  type Occupe,
  OUVERTURE_AU_PLUS_TOT,
  placesLibres,
  seChevauchent,
} from '#domain/rendez-vous/creneaux.ts';
import { estARappeler, estDeplacable } from '#domain/rendez-vous/regles.ts';

const ouvert = () => false;
const fuseau: Fuseau = PARIS;
const plage = (jour: number, debut: number, fin: number, duree = 30, capacite = 2) => ({ jour, debut, fin, duree, capacite });
const unJour = fc.integer({ min: 0, max: 3650 }).map((n) => plusJours('2024-01-01', n));
const unePlage = fc
  .record({
    debut: fc.integer({ min: OUVERTURE_AU_PLUS_TOT, max: 1380 }),
    longueur: fc.integer({ min: 5, max: 600 }),
    duree: fc.integer({ min: 5, max: 120 }),
  })
  .chain(({ debut, longueur, duree }) =>
    fc.integer({ min: 1, max: 4 }).map((capacite) => ({ debut, fin: Math.min(1440, debut + longueur), duree, capacite })),
  );

describe('l’heure de Paris', () => {
  it.each([
    ['2026-01-15', 540, '2026-01-15T08:00:00.000Z'],
    ['2026-07-15', 540, '2026-07-15T07:00:00.000Z'],
    // the clocks go forward on 29 March 2026 at 2 o'clock, back on 25 October at 3
    ['2026-03-29', 90, '2026-03-29T00:30:00.000Z'],
    ['2026-03-29', 150, '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', 540, '2026-03-29T07:00:00.000Z'],
    ['2026-10-25', 540, '2026-10-25T08:00:00.000Z'],
    ['2026-10-24', 1439, '2026-10-24T21:59:00.000Z'],
  ])('%s, %i minutes après minuit, est %s', (jour, minutes, attendu) =>
    expect(instantDe(jour, minutes, fuseau).toISOString()).toBe(attendu),
  );

  it('se relit comme elle a été dite, tous les jours de dix ans, hors de l’heure qui n’existe pas', () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: 0, max: 1439 }), (jour, minutes) => {
        const instant = instantDe(jour, minutes, fuseau);
        expect(jourDe(instant)).toBe(jour);
        if (minutes < 120 || minutes >= 180) expect(heureLisible(instant, fuseau)).toBe(heureDe(minutes));
      }),
    );
  });
});

it('le jour d’un rendez-vous s’écrit en lettres', () => {
  expect(jourDit('2026-12-08')).toBe('mardi 8 décembre 2026');
  expect(jourEnLettres(new Date('2026-12-08T02:00:00Z'), 'America/Cayenne')).toBe('lundi 7 décembre 2026');
});

describe('l’heure d’une préfecture d’outre-mer', () => {
  it.each([
    ['59', '2026-12-08T08:00:00.000Z'],
    ['971', '2026-12-08T13:00:00.000Z'],
    ['973', '2026-12-08T12:00:00.000Z'],
    ['974', '2026-12-08T05:00:00.000Z'],
    ['976', '2026-12-08T06:00:00.000Z'],
    ['988', '2026-12-07T22:00:00.000Z'],
  ])('%s : neuf heures le 8 décembre sont %s', (prefecture, attendu) =>
    expect(instantDe('2026-12-08', 540, fuseauDe(prefecture)).toISOString()).toBe(attendu),
  );

  it('est dite pour chaque département hors d’Europe', () =>
    expect(DEPARTEMENTS.filter(({ code }) => (fuseauDe(code) === PARIS) === /^97/.test(code))).toEqual([]));

  it('se relit comme elle a été dite, jour et heure, sous chaque horloge et à toute heure d’accueil', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FUSEAUX), unJour, fc.integer({ min: OUVERTURE_AU_PLUS_TOT, max: 1439 }), (ici, jour, minutes) => {
        const instant = instantDe(jour, minutes, ici);
        expect([jourLocal(instant, ici), heureLisible(instant, ici)]).toEqual([jour, heureDe(minutes)]);
      }),
    );
  });

  it('donne des créneaux à l’heure du lieu, à partir de maintenant là-bas', () => {
    const cayenne = fuseauDe('973');
    const calendrier = { plages: [plage(2, 540, 660, 60, 1)], estFerme: ouvert, fuseau: cayenne };
    const libres = creneauxLibres(calendrier, [], new Date('2026-12-08T12:30:00Z'), '2026-12-08');
    expect(libres.map((c) => [c.debut.toISOString(), heureLisible(c.debut, cayenne)])).toEqual([['2026-12-08T13:00:00.000Z', '10:00']]);
    expect(creneauDe(calendrier, new Date('2026-12-08T08:00:00Z'))).toBeUndefined();
  });

  it('rappelle de jour, là-bas : ni à quatre heures en Guadeloupe, ni à vingt-trois heures à La Réunion', () => {
    const a = (heureUtc: string, prefecture: string) => {
      const ici = fuseauDe(prefecture);
      const faits = { debut: instantDe('2026-12-08', 540, ici), donneLe: new Date('2026-11-20T12:00:00Z'), fuseau: ici };
      return estARappeler(faits, new Date(`2026-12-02T${heureUtc}:00Z`));
    };
    expect([a('08:17', '59'), a('08:17', '971'), a('12:17', '971'), a('17:17', '59'), a('17:17', '974'), a('05:17', '974')]).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('les créneaux d’un lieu', () => {
  it('coupe les horaires du jour et perd le reste', () => {
    const calendrier = { plages: [plage(2, 840, 910), plage(2, 540, 600), plage(3, 540, 600)], estFerme: ouvert, fuseau };
    expect(creneauxDuJour(calendrier, '2026-12-08').map((c) => `${heureLisible(c.debut, fuseau)}–${heureLisible(c.fin, fuseau)}`)).toEqual([
      '09:00–09:30',
      '09:30–10:00',
      '14:00–14:30',
      '14:30–15:00',
    ]);
  });

  it('n’en donne aucun un jour fermé', () => {
    const calendrier = { plages: [plage(5, 540, 600)], estFerme: (jour: string) => jour === '2026-12-25', fuseau };
    expect(creneauxDuJour(calendrier, '2026-12-25')).toEqual([]);
    expect(creneauxDuJour(calendrier, '2026-12-18')).toHaveLength(2);
  });

  it('durent ce qu’ils durent, dans leurs horaires, même quand l’heure change', () => {
    fc.assert(
      fc.property(unJour, unePlage, (jour, p) => {
        const creneaux = creneauxDuJour({ plages: [{ ...p, jour: jourDeSemaine(jour) }], estFerme: ouvert, fuseau }, jour);
        expect(creneaux).toHaveLength(Math.floor((p.fin - p.debut) / p.duree));
        for (const [rang, c] of creneaux.entries()) {
          const suivant = creneaux[rang + 1];
          if (suivant) expect(c.fin.getTime()).toBe(suivant.debut.getTime());
          expect(c.fin.getTime() - c.debut.getTime()).toBe(p.duree * 60_000);
        }
      }),
    );
  });

  it('ne reçoit jamais plus de monde que sa capacité, quel que soit l’ordre des réservations', () => {
    fc.assert(
      fc.property(unJour, unePlage, fc.array(fc.nat(), { maxLength: 60 }), (jour, p, choix) => {
        const calendrier = { plages: [{ ...p, jour: jourDeSemaine(jour) }], estFerme: ouvert, fuseau };
        const pris: Occupe[] = [];
        for (const n of choix) {
          const libres = creneauxLibres(calendrier, pris, instantDe(jour, 0, fuseau), jour);
          const celui = libres[n % Math.max(1, libres.length)];
          if (celui) pris.push(celui);
        }
        for (const c of creneauxDuJour(calendrier, jour)) {
          expect(pris.filter((o) => o.debut.getTime() === c.debut.getTime()).length).toBeLessThanOrEqual(p.capacite);
          expect(placesLibres(c, pris)).toBe(p.capacite - pris.filter((o) => o.debut.getTime() === c.debut.getTime()).length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('compte un rendez-vous donné sous d’anciens horaires dans chaque créneau qu’il touche', () => {
    const [neuf, neufTrente, dix] = creneauxDuJour({ plages: [plage(2, 540, 630, 30, 1)], estFerme: ouvert, fuseau }, '2026-12-08');
    const ancien = { debut: instantDe('2026-12-08', 555, fuseau), fin: instantDe('2026-12-08', 585, fuseau) };
    expect([neuf, neufTrente, dix].map((c) => c && placesLibres(c, [ancien]))).toEqual([0, 0, 1]);
  });

  it('n’existe qu’à l’heure dite, et pas avant l’instant demandé', () => {
    const calendrier = { plages: [plage(2, 540, 600, 30, 1)], estFerme: ouvert, fuseau };
    expect(creneauDe(calendrier, instantDe('2026-12-08', 545, fuseau))).toBeUndefined();
    expect(creneauDe(calendrier, instantDe('2026-12-08', 570, fuseau))?.capacite).toBe(1);
    expect(creneauxLibres(calendrier, [], instantDe('2026-12-08', 541, fuseau), '2026-12-15').map((c) => c.debut)).toEqual([
      instantDe('2026-12-08', 570, fuseau),
      instantDe('2026-12-15', 540, fuseau),
      instantDe('2026-12-15', 570, fuseau),
    ]);
  });

  it('refuse deux horaires sur la même minute', () => {
    expect(seChevauchent(plage(1, 540, 600), plage(1, 599, 700))).toBe(true);
    expect(seChevauchent(plage(1, 540, 600), plage(1, 600, 700))).toBe(false);
    expect(seChevauchent(plage(1, 540, 600), plage(2, 540, 600))).toBe(false);
  });

  it.each([
    ['9:00', 540],
    ['09h30', 570],
    ['14h', 840],
    ['24:00', 1440],
    ['24:30', null],
    ['9:75', null],
    ['neuf heures', null],
  ])('lit l’heure « %s »', (texte, attendu) => expect(minutesSaisies(texte)).toBe(attendu));
});

describe('le rappel et le déplacement', () => {
  const debut = instantDe('2026-12-08', 540, fuseau);
  it.each([
    ['2026-11-30T09:00:00Z', '2026-11-20T09:00:00Z', false],
    ['2026-12-01T09:00:00Z', '2026-11-20T09:00:00Z', true],
    ['2026-12-03T09:00:00Z', '2026-12-03T08:00:00Z', false],
    ['2026-12-04T09:00:00Z', '2026-12-03T08:00:00Z', true],
    ['2026-12-08T09:00:00Z', '2026-11-20T09:00:00Z', false],
  ])('le %s, donné le %s : %s', (at, donneLe, attendu) =>
    expect(estARappeler({ debut, donneLe: new Date(donneLe), fuseau }, new Date(at))).toBe(attendu),
  );
  it('la personne déplace jusqu’à vingt-quatre heures avant', () => {
    expect(estDeplacable(debut, new Date('2026-12-07T08:00:00Z'))).toBe(true);
    expect(estDeplacable(debut, new Date('2026-12-07T08:00:01Z'))).toBe(false);
  });
});
