import { describe, expect, it } from 'vitest';
import { citer } from '#domain/citation.ts';
import { fondementDe } from '#domain/dossier/fondement.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';

describe('un article cité dans une lettre', () => {
  it.each([
    ['R.431-15-2', 'CESEDA, art. R. 431-15-2'],
    ['R.*432-1, R.432-2', 'CESEDA, art. R.* 432-1 et R. 432-2'],
    ['L.424-2, R.431-15-3, R.431-15-4', 'CESEDA, art. L. 424-2, R. 431-15-3 et R. 431-15-4'],
    ['R.431-15-2 (renouvellement), L.422-1', 'CESEDA, art. R. 431-15-2 et L. 422-1'],
    ['R.431-15-2, dernier alinéa', 'CESEDA, art. R. 431-15-2, dernier alinéa'],
    ['Code du travail R.5221-17 ; règle générale du silence, à confirmer', 'Code du travail R. 5221-17'],
    ['Décret n° 2014-1292 du 23 octobre 2014', 'Décret n° 2014-1292 du 23 octobre 2014'],
  ])('%s', (article, attendu) => expect(citer(article)).toBe(attendu));

  it('ne porte aucune note de travail, pour aucune démarche', () => {
    for (const p of PROCEDURES.flat())
      for (const article of [...p.silence.map((s) => s.article), p.documentProvisoire.article, p.travailPendantInstruction?.article ?? ''])
        expect(citer(article)).not.toMatch(/à confirmer|[;()]/);
  });
});

describe('le fondement d’une décision est celui de la personne', () => {
  const jour = '2026-11-05';
  const fondement = (slug: string, nationalites: string[], date_naissance = '1958-02-14') => {
    const procedure = procedureActuelle(slug);
    if (!procedure) throw new Error(slug);
    return fondementDe(procedure, { reponses: { nationalites, date_naissance }, jour });
  };

  it('une Libanaise n’y lit aucun accord', () => {
    expect(fondement('visiteur', ['LB'])).toBe('CESEDA, art. L. 426-20 et L. 433-1');
    expect(fondement('enfant-de-francais', ['CN'])).toBe('CESEDA, art. L. 423-12');
    expect(fondement('enfant-de-francais', ['CN'], '2010-01-01')).toBe('CESEDA, art. L. 423-12 et L. 421-35');
  });

  it('une Algérienne lit l’accord qui la régit, et lui seul ; une Tunisienne, le sien avec le CESEDA', () => {
    expect(fondement('visiteur', ['DZ'])).toBe('accord franco-algérien du 27 décembre 1968, art. 7 a');
    expect(fondement('regroupement-familial', ['TN'])).toMatch(/^CESEDA, art\. .* ; accord franco-tunisien du 17 mars 1988$/);
    expect(fondement('talent', ['DZ'])).toMatch(/^CESEDA/);
  });

  it('cite des textes de droit, un accord par sa date', () => {
    expect(fondement('changement-de-situation-familiale', ['MA'])).toBe('CESEDA, art. L. 436-7');
    for (const { slug } of PROCEDURES.flat())
      for (const pays of ['DZ', 'TN']) {
        expect(fondement(slug, [pays])).not.toMatch(/Service-public/);
        expect(fondement(slug, [pays])).not.toMatch(/accord franco-\p{L}+(?!\p{L}| du \d)/u);
      }
  });

  it('ne perd de ses parenthèses que ce qui est du mineur', () => {
    const parentheses = PROCEDURES.flat().flatMap(({ baseLegale }) => baseLegale.match(/\([^)]*\)/g) ?? []);
    expect([...new Set(parentheses)]).toEqual(['(et L.421-35 de 16 à 18 ans)']);
  });

  it('ne nomme pour personne l’accord d’un autre pays, ni n’est vide', () => {
    for (const { slug } of PROCEDURES.flat()) {
      expect(fondement(slug, ['MA'])).not.toMatch(/accord|^$/);
      expect(fondement(slug, ['DZ'])).not.toMatch(/tunisien|^$/);
      expect(fondement(slug, ['TN'])).not.toMatch(/algérien|^$/);
    }
  });
});
