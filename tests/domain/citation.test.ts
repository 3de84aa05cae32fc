import { describe, expect, it } from 'vitest';
import { citer } from '#domain/citation.ts';
import { PROCEDURES } from '#procedures/index.ts';

describe('un article cité dans une lettre', () => {
  it.each([
    ['R.431-15-2', 'CESEDA, art. R. 431-15-2'],
    ['R.*432-1, R.432-2', 'CESEDA, art. R.* 432-1 et R. 432-2'],
    ['L.424-2, R.431-15-3, R.431-15-4', 'CESEDA, art. L. 424-2, R. 431-15-3 et R. 431-15-4'],
    ['R.431-15-2, dernier alinéa', 'CESEDA, art. R. 431-15-2, dernier alinéa'],
    ['Code du travail R.5221-17 ; règle générale du silence, à confirmer', 'Code du travail R. 5221-17'],
    ['Décret n° 2014-1292 du 23 octobre 2014', 'Décret n° 2014-1292 du 23 octobre 2014'],
  ])('%s', (article, attendu) => expect(citer(article)).toBe(attendu));

  it('ne porte aucune note de travail, pour aucune démarche', () => {
    for (const p of PROCEDURES.flat())
      for (const article of [...p.silence.map((s) => s.article), p.documentProvisoire.article, p.travailPendantInstruction?.article ?? ''])
        expect(citer(article)).not.toMatch(/à confirmer|;/);
  });
});
