import { describe, expect, it } from 'vitest';
import { consentementEnVigueur, echeanceComplement } from '#domain/delais/complement.ts';

const avec = { le: new Date('2026-10-01T08:00:00Z'), finLe: null };
const sans = { le: null, finLe: null };
const disponibleLe = new Date('2026-11-02T09:00:00Z');

describe('le délai pour répondre à un complément', () => {
  it.each([
    // opened, agreement, today → notified on, last day, why
    {
      cas: 'lue le jour même',
      ouverte: '2026-11-02T10:00:00Z',
      consentement: avec,
      jour: '2026-11-10',
      attendu: ['2026-11-02', '2026-12-02', 'ouverture', 22],
    },
    {
      cas: 'lue juste avant minuit à Paris',
      ouverte: '2026-11-05T22:59:59Z',
      consentement: avec,
      jour: '2026-11-06',
      attendu: ['2026-11-05', '2026-12-05', 'ouverture', 29],
    },
    {
      cas: 'lue juste après minuit à Paris',
      ouverte: '2026-11-05T23:00:00Z',
      consentement: avec,
      jour: '2026-11-06',
      attendu: ['2026-11-06', '2026-12-06', 'ouverture', 30],
    },
    {
      cas: 'lue le quinzième jour',
      ouverte: '2026-11-17T12:00:00Z',
      consentement: avec,
      jour: '2026-11-20',
      attendu: ['2026-11-17', '2026-12-17', 'ouverture', 27],
    },
    {
      cas: 'lue le seizième jour : déjà réputée notifiée',
      ouverte: '2026-11-18T12:00:00Z',
      consentement: avec,
      jour: '2026-11-20',
      attendu: ['2026-11-02', '2026-12-02', 'reputee', 12],
    },
    {
      cas: 'lue le seizième jour sans accord',
      ouverte: '2026-11-18T12:00:00Z',
      consentement: sans,
      jour: '2026-11-20',
      attendu: ['2026-11-18', '2026-12-18', 'ouverture', 28],
    },
    {
      cas: 'non lue, seizième jour, avec accord',
      ouverte: null,
      consentement: avec,
      jour: '2026-11-18',
      attendu: ['2026-11-02', '2026-12-02', 'reputee', 14],
    },
    {
      cas: 'dernier jour',
      ouverte: '2026-11-02T10:00:00Z',
      consentement: avec,
      jour: '2026-12-02',
      attendu: ['2026-11-02', '2026-12-02', 'ouverture', 0],
    },
    {
      cas: 'lendemain du dernier jour',
      ouverte: '2026-11-02T10:00:00Z',
      consentement: avec,
      jour: '2026-12-03',
      attendu: ['2026-11-02', '2026-12-02', 'ouverture', -1],
    },
  ])('court : $cas', ({ ouverte, consentement, jour, attendu }) => {
    const [notifieLe, dernierJour, fondement, joursRestants] = attendu;
    expect(echeanceComplement({ disponibleLe, ouverteLe: ouverte === null ? null : new Date(ouverte), consentement }, jour)).toEqual({
      notifieLe,
      dernierJour,
      fondement,
      joursRestants,
    });
  });

  it.each([
    { cas: 'non lue, quinzième jour, avec accord', consentement: avec, jour: '2026-11-17' },
    { cas: 'non lue depuis deux mois, sans accord', consentement: sans, jour: '2027-01-02' },
    {
      cas: 'accord retiré avant la mise à disposition',
      consentement: { le: avec.le, finLe: new Date('2026-11-01T08:00:00Z') },
      jour: '2027-01-02',
    },
    {
      cas: 'accord donné après la mise à disposition',
      consentement: { le: new Date('2026-11-03T08:00:00Z'), finLe: null },
      jour: '2027-01-02',
    },
  ])('ne court pas : $cas', ({ consentement, jour }) => {
    expect(echeanceComplement({ disponibleLe, ouverteLe: null, consentement }, jour)).toBeNull();
  });

  it('garde l’effet d’un accord retiré après la mise à disposition', () => {
    const consentement = { le: avec.le, finLe: new Date('2026-11-10T08:00:00Z') };
    expect(consentementEnVigueur(consentement, disponibleLe)).toBe(true);
    expect(consentementEnVigueur(consentement, new Date('2026-11-10T08:00:00Z'))).toBe(false);
  });
});
