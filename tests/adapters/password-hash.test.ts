import { describe, expect, it } from 'vitest';
import { hash, needsRehash, verify, verifyNothing } from '#adapters/password-hash/password-hash.ts';
import { readEnv } from '#platform/env.ts';
import { isGateFull } from '#platform/gate.ts';

describe('les mots de passe', () => {
  it('gardent une empreinte argon2id salee, jamais le mot de passe', async () => {
    const [une, autre] = [await hash('Sésame-ouvre-toi-1'), await hash('Sésame-ouvre-toi-1')];
    // the cost of the tests (tests/setup/environment.ts); the real one is the default of platform/env
    expect(une).toMatch(/^\$argon2id\$v=19\$m=256,p=1,t=1\$/);
    expect(une).not.toBe(autre);
    expect(await verify(une, 'Sésame-ouvre-toi-1')).toBe(true);
    expect(await verify(une, 'sésame-ouvre-toi-1')).toBe(false);
    expect(needsRehash(une)).toBe(false);
  });

  it('ne dependent pas de la facon dont le clavier compose les accents', async () => {
    expect(await verify(await hash('é'.normalize('NFC')), 'é'.normalize('NFD'))).toBe(true);
  });

  it('repondent non, sans erreur, a une empreinte abimee', async () => {
    expect(['', 'x', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$v=19$m=128,t=1,p=1$c2Vsc2Vsc2Vs$YWJj'].map(needsRehash)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    for (const abimee of ['', 'x', '$argon2id$v=19$m=19456,t=2,p=1$', '$2b$10$abcdefghijklmnopqrstuv']) {
      expect(await verify(abimee, 'x'), abimee).toBe(false);
    }
  });

  it('coutent autant pour un compte qui n’existe pas', async () => {
    const empreinte = await hash('x');
    await verifyNothing('x');
    const duree = async (tache: () => Promise<unknown>) => {
      const debut = performance.now();
      for (let i = 0; i < 5; i++) await tache();
      return performance.now() - debut;
    };
    const rapport = (await duree(() => verifyNothing('y'))) / (await duree(() => verify(empreinte, 'y')));
    expect(await verifyNothing('x')).toBe(false);
    // Wide bounds: the machine is shared. Without the decoy the ratio would be under 0.01.
    expect(rapport).toBeGreaterThan(0.2);
    expect(rapport).toBeLessThan(5);
  });

  it('coutent un quart de seconde en service : 64 Mio et 5 passes, bien plus que le plancher de l’OWASP', () => {
    const service = { DATABASE_URL: 'postgresql://localhost/portail', PORTAIL_SECRET: 'x'.repeat(32), BOITE_DEVELOPPEMENT: 'true' };
    expect(readEnv(service)).toMatchObject({ ARGON2_MEMOIRE_KIO: 64 * 1024, ARGON2_PASSES: 5 });
    for (const [ARGON2_MEMOIRE_KIO, ARGON2_PASSES] of [
      ['256', '1'],
      ['4096', '50'],
      ['19456', '1'],
    ])
      expect(() => readEnv({ ...service, ARGON2_MEMOIRE_KIO, ARGON2_PASSES })).toThrow('OWASP');
    expect(readEnv({ ...service, ARGON2_MEMOIRE_KIO: '19456', ARGON2_PASSES: '2' })).toMatchObject({ ARGON2_PASSES: 2 });
  });

  it('disent de revenir quand trop de monde attend deja, sans perdre ceux qui attendent', async () => {
    const empreinte = await hash('x');
    const issues = await Promise.allSettled(Array.from({ length: 1000 }, () => verify(empreinte, 'x')));
    const refuses = issues.filter((i) => i.status === 'rejected');
    expect(refuses.length).toBeGreaterThan(0);
    expect(refuses.every((i) => isGateFull(i.reason))).toBe(true);
    expect(issues.filter((i) => i.status === 'fulfilled').every((i) => i.value)).toBe(true);
    expect(issues.length - refuses.length).toBeGreaterThanOrEqual(100);
    expect(await verify(empreinte, 'x')).toBe(true);
  });

  it('passent tous, meme nombreux a la fois', async () => {
    const empreinte = await hash('x');
    expect(await Promise.all(Array.from({ length: 8 }, (_, i) => verify(empreinte, i % 2 ? 'x' : 'y')))).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});
