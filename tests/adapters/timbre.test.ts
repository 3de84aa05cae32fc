import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateurTimbre, timbreDeDemonstration, timbresDeDemonstration } from '#adapters/timbre/simulateur.ts';
import { formatTimbre, normaliserTimbre, timbre } from '#adapters/timbre/timbre.ts';

describe('le timbre fiscal', () => {
  it.each(timbresDeDemonstration)('$numero de la demonstration', async ({ numero, verdict }) => {
    expect(await timbre().verifier(numero)).toEqual(verdict);
  });

  it('ne tient compte ni des espaces ni des tirets', async () => {
    const separateurs = fc.constantFrom('', ' ', '-', '\u00a0', '\u2011', '.', '\t');
    const numero = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), separateurs), { minLength: 16, maxLength: 16 });
    await fc.assert(
      fc.property(numero, (paires) => {
        const chiffres = paires.map(([c]) => c).join('');
        expect(normaliserTimbre(paires.map(([c, s]) => `${c}${s}`).join(''))).toBe(chiffres);
        expect(formatTimbre(chiffres)).toBe(true);
      }),
    );
  });

  it.each([0, 25_00, 50_00, 225_00, 350_00])('fabrique un timbre valide de %i centimes', async (montant) => {
    expect(await timbre().verifier(timbreDeDemonstration(montant, 7))).toEqual({ etat: 'valide', montant });
  });

  it('ne sert qu’une fois', async () => {
    const service = simulateurTimbre();
    const numero = timbreDeDemonstration(50_00, 3);
    await service.consommer(numero, 'demande-1');
    await service.consommer(numero, 'demande-1');
    expect(await service.verifier(numero)).toEqual({ etat: 'deja_utilise' });
    expect(await service.verifier(timbreDeDemonstration(50_00, 4))).toMatchObject({ etat: 'valide' });
  });
});
