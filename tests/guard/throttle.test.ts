import { beforeEach, describe, expect, it, vi } from 'vitest';
import { adresseReseau, compterEssai, freiner, oublierEssais } from '#guard/throttle.ts';
import { sql, truncate } from '../support/database.ts';
import { navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

const AT = new Date('2026-11-22T10:00:00Z');
const plus = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const FREIN = { nom: 'essai', max: 3, minutes: 15 };
const essayer = (fois: number, cle: string, at = AT) => Promise.all(Array.from({ length: fois }, () => compterEssai(FREIN, cle, at)));

beforeEach(async () => {
  await truncate();
  navigateur.entetes.delete('x-forwarded-for');
});

describe('un frein', () => {
  it('laisse passer le nombre permis, même d’un coup, puis retient', async () => {
    const avis = await essayer(10, 'a');
    expect(avis.filter(Boolean)).toHaveLength(3);
  });
  it('compte chaque clé et chaque frein à part', async () => {
    await essayer(3, 'a');
    expect(await compterEssai(FREIN, 'b', AT)).toBe(true);
    expect(await compterEssai({ ...FREIN, nom: 'autre' }, 'a', AT)).toBe(true);
    expect(await compterEssai(FREIN, 'a', AT)).toBe(false);
  });
  it('se relâche à la fenêtre suivante', async () => {
    await essayer(4, 'a');
    expect(await compterEssai(FREIN, 'a', plus(14))).toBe(false);
    expect(await compterEssai(FREIN, 'a', plus(15))).toBe(true);
  });
  it('oublie après une réussite', async () => {
    await essayer(4, 'a');
    await oublierEssais(FREIN, 'a');
    expect(await compterEssai(FREIN, 'a', AT)).toBe(true);
  });
  it('ne garde le nom de personne', async () => {
    await essayer(1, 'grace.testokafor@example.org');
    const [ligne] = await sql<{ cle: string }>('select cle from tentative');
    expect(ligne?.cle).toMatch(/^[0-9a-f]{64}$/);
  });
  it('dit combien attendre, et s’arrête au premier qui retient', async () => {
    await essayer(3, 'a');
    const apres = { nom: 'apres', max: 1, minutes: 60 };
    expect(
      await freiner(
        [
          [FREIN, 'a'],
          [apres, 'a'],
        ],
        AT,
      ),
    ).toEqual({ ok: false, refus: 'trop_de_tentatives', details: { minutes: '15' } });
    expect(await freiner([[apres, 'a']], AT)).toBeNull();
  });
});

describe('l’adresse de qui appelle', () => {
  it.each([
    [null, 'inconnue'],
    ['203.0.113.7', '203.0.113.7'],
    // without a trusted proxy only what the framework itself added, on the right, is believed
    ['198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ])('« %s » donne %s', async (entete, adresse) => {
    if (entete) navigateur.entetes.set('x-forwarded-for', entete);
    expect(await adresseReseau()).toBe(adresse);
  });
});
