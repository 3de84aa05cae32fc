import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate } from '#platform/gate.ts';
import { decrypt, encrypt, fingerprint, keyFor, purposes } from '#platform/secret.ts';

describe('les secrets', () => {
  it('donnent une cle par usage', () => {
    expect(new Set(purposes.map((purpose) => keyFor(purpose).toString('hex'))).size).toBe(purposes.length);
    expect(keyFor('fichiers')).toHaveLength(32);
  });

  it('se rouvrent, et pour leur usage seulement', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (plain) => {
        expect(decrypt('courriels', encrypt('courriels', plain)).equals(plain)).toBe(true);
      }),
    );
    expect(decrypt('jetons', encrypt('jetons', 'été')).toString()).toBe('été');
    expect(() => decrypt('session', encrypt('jetons', 'été'))).toThrow();
  });

  it('ne se rouvrent pas alteres ni coupes', () => {
    const sealed = encrypt('jetons', 'bonjour');
    for (let i = 0; i < sealed.length; i++) {
      const altered = Buffer.from(sealed);
      altered[i] = (altered[i] ?? 0) ^ 1;
      expect(() => decrypt('jetons', altered)).toThrow();
      expect(() => decrypt('jetons', sealed.subarray(0, i))).toThrow();
    }
  });

  it('ont une empreinte stable, propre a leur usage', () => {
    expect(fingerprint('jetons', 'abc')).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint('jetons', 'abc')).toBe(fingerprint('jetons', 'abc'));
    expect(fingerprint('jetons', 'abc')).not.toBe(fingerprint('session', 'abc'));
  });
});

it('le portillon ne laisse passer que le nombre prevu, dans l’ordre, et rend la place d’une tache qui echoue', async () => {
  const turn = gate(2);
  let dedans = 0;
  let plein = 0;
  const ordre: number[] = [];
  const tache = (n: number) =>
    turn(async () => {
      ordre.push(n);
      plein = Math.max(plein, ++dedans);
      await new Promise((suite) => setImmediate(suite));
      dedans -= 1;
      if (n === 1) throw new Error('echec');
      return n;
    });
  const resultats = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(tache));
  expect(plein).toBe(2);
  expect(ordre).toEqual([0, 1, 2, 3, 4, 5]);
  expect(resultats.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
});
