import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effacementDe, type FaitsPersonne, termeDuBrouillon } from '#domain/delais/conservation.ts';
import { type Jour, joursEntre, plusJours, plusMois } from '#domain/jour.ts';

const faits = (plus: Partial<FaitsPersonne> = {}): FaitsPersonne => ({
  enCours: false,
  miseAJourLe: '2020-02-29',
  finDuDocument: null,
  naturalisation: null,
  ...plus,
});
const jour = fc.integer({ min: 0, max: 15_000 }).map((n): Jour => plusJours('2000-01-01', n));
const personne = fc.record({
  enCours: fc.boolean(),
  miseAJourLe: jour,
  finDuDocument: fc.option(jour),
  naturalisation: fc.option(fc.record({ sorte: fc.constantFrom('decret' as const, 'declaration' as const), le: jour })),
});

describe('le dossier d’une personne', () => {
  it.each([
    ['sans titre : cinq ans sans mise à jour', {}, 'sans_mise_a_jour', '2025-03-01'],
    ['avec un titre fini après : cinq ans après sa fin', { finDuDocument: '2024-06-30' }, 'apres_document', '2029-07-01'],
    ['avec un titre fini avant : cinq ans après la mise à jour', { finDuDocument: '2019-01-01' }, 'apres_document', '2025-03-01'],
    ['naturalisée : un an après le décret', { naturalisation: { sorte: 'decret', le: '2024-06-30' } }, 'naturalisation', '2025-07-01'],
    [
      'française par déclaration : six mois',
      { naturalisation: { sorte: 'declaration', le: '2024-08-31' } },
      'naturalisation',
      '2025-03-01',
    ],
  ] as const)('%s', (_quoi, plus, regle, aPartirDu) => expect(effacementDe(faits(plus))).toEqual({ regle, aPartirDu }));

  it('ne s’efface jamais tant qu’une demande est en cours', () =>
    fc.assert(
      fc.property(personne, (f) => {
        expect(effacementDe({ ...f, enCours: true })).toBeNull();
      }),
    ));

  it('ne s’efface jamais trop tôt : cinq ans révolus après la dernière mise à jour et la fin du dernier document', () =>
    fc.assert(
      fc.property(personne, (f) => {
        const effacement = effacementDe(f);
        if (effacement === null) {
          expect(f.enCours).toBe(true);
          return;
        }
        if (effacement.regle === 'naturalisation') {
          expect(effacement.aPartirDu > plusMois(f.naturalisation?.le ?? '9999-01-01', f.naturalisation?.sorte === 'decret' ? 12 : 6)).toBe(
            true,
          );
          expect(effacement.aPartirDu > plusMois(f.miseAJourLe, 6)).toBe(true);
          return;
        }
        expect(effacement.aPartirDu > plusMois(f.miseAJourLe, 60)).toBe(true);
        if (f.finDuDocument !== null) expect(effacement.aPartirDu > plusMois(f.finDuDocument, 60)).toBe(true);
      }),
    ));

  it('une mise à jour ou un document de plus ne l’avance jamais', () =>
    fc.assert(
      fc.property(personne, fc.integer({ min: 0, max: 3000 }), (f, plus) => {
        const avant = effacementDe(f);
        const apres = effacementDe({ ...f, miseAJourLe: plusJours(f.miseAJourLe, plus) });
        if (avant && apres) expect(apres.aPartirDu >= avant.aPartirDu).toBe(true);
      }),
    ));
});

describe('un brouillon', () => {
  it.each([
    [true, '2026-05-02', '2026-04-16'],
    [false, '2026-03-03', '2026-02-15'],
  ])('compte durable %s : effacé à partir du %s, annoncé le %s', (compteDurable, aPartirDu, avertirLe) =>
    expect(termeDuBrouillon({ sauveLe: '2026-01-31', compteDurable })).toMatchObject({ aPartirDu, avertirLe }),
  );

  it('est toujours annoncé quinze jours pleins avant', () =>
    fc.assert(
      fc.property(jour, fc.boolean(), (sauveLe, compteDurable) => {
        const { avertirLe, aPartirDu } = termeDuBrouillon({ sauveLe, compteDurable });
        expect(joursEntre(avertirLe, aPartirDu)).toBe(16);
        expect(avertirLe > sauveLe).toBe(true);
      }),
    ));
});
