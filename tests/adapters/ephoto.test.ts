import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ephoto, formatEphoto, LONGUEURS_EPHOTO, normaliserEphoto } from '#adapters/ephoto/ephoto.ts';
import { codesDeDemonstration } from '#adapters/ephoto/simulateur.ts';

describe('le numero ephoto', () => {
  it.each(codesDeDemonstration)('$numero de la demonstration est $verdict', async ({ numero, verdict }) => {
    expect(await ephoto().verifier(numero)).toBe(verdict);
  });

  it('accepte les trente-deux zeros du guide', async () => {
    expect(await ephoto().verifier('0'.repeat(32))).toBe('valide');
  });

  it('ne tient compte ni des espaces, ni des tirets, ni de la casse', async () => {
    const lettres = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
    const separateurs = fc.constantFrom('', ' ', '-', '\u00a0', '\u2011', '–', '  ', '\t', '\u200b');
    const code = fc
      .constantFrom(...LONGUEURS_EPHOTO)
      .chain((longueur) => fc.array(fc.tuple(lettres, separateurs), { minLength: longueur, maxLength: longueur }));
    await fc.assert(
      fc.asyncProperty(code, fc.boolean(), async (paires, minuscules) => {
        const nu = paires.map(([lettre]) => lettre).join('');
        const tape = paires.map(([lettre, separateur]) => (minuscules ? lettre.toLowerCase() : lettre) + separateur).join('');
        expect(normaliserEphoto(tape)).toBe(nu);
        expect(await ephoto().verifier(tape)).toBe(await ephoto().verifier(nu));
        expect(formatEphoto(nu)).toBe(true);
      }),
    );
  });

  it('refuse les autres longueurs et les autres caracteres', async () => {
    for (const numero of ['', 'A'.repeat(20), 'A'.repeat(23), 'A'.repeat(31), 'A'.repeat(33), `${'A'.repeat(20)}é`, `${'A'.repeat(21)}'`]) {
      expect(await ephoto().verifier(numero), numero).toBe('format');
    }
  });
});
