import { describe, expect, it } from 'vitest';
import { hash, needsRehash, verify, verifyNothing } from '#adapters/password-hash/password-hash.ts';

describe('les mots de passe', () => {
  it('gardent une empreinte argon2id salee, jamais le mot de passe', async () => {
    const [une, autre] = [await hash('Sésame-ouvre-toi-1'), await hash('Sésame-ouvre-toi-1')];
    expect(une).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(une).not.toBe(autre);
    expect(await verify(une, 'Sésame-ouvre-toi-1')).toBe(true);
    expect(await verify(une, 'sésame-ouvre-toi-1')).toBe(false);
    expect(needsRehash(une)).toBe(false);
  });

  it('ne dependent pas de la facon dont le clavier compose les accents', async () => {
    expect(await verify(await hash('é'.normalize('NFC')), 'é'.normalize('NFD'))).toBe(true);
  });

  it('repondent non, sans erreur, a une empreinte abimee', async () => {
    expect(['', 'x', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$v=19$m=4096,t=1,p=1$c2Vsc2Vsc2Vs$YWJj'].map(needsRehash)).toEqual([
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
