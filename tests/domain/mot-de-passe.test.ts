import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lireIdentifiant } from '#domain/compte/identifiant.ts';
import { motDePasseProvisoire, reglesDuMotDePasse, termesPersonnels } from '#domain/compte/mot-de-passe.ts';

const communs = new Set(['password', 'azerty123', 'motdepasse', 'iloveyou']);
const personnels = termesPersonnels({
  email: 'ana.testpereira@example.org',
  numeroEtranger: '5999000006',
  noms: ['TESTPÉREIRA-COSTA', 'Élodie', null],
});
const manquantes = (motDePasse: string) =>
  reglesDuMotDePasse(motDePasse, personnels, communs)
    .filter((r) => !r.estRemplie)
    .map((r) => r.code);

describe('les règles du mot de passe (D-02)', () => {
  it.each([
    ['Soleil#42', []],
    ['cheval pile agrafe', []],
    ['Été-Mer7', []],
    ['abcdefgh', ['classes', 'commun']],
    ['Ab1!', ['longueur', 'commun']],
    ['abcdefghijkl', ['commun']],
    ['0987654321098', ['commun']],
    ['aaaaAAAA1111', ['commun']],
    ['Password!1', ['commun']],
    ['PASSWORD2026', ['commun']],
    ['Pereira8!', []],
    ['Costa#2026', ['personnel']],
    ['elodie-Mai-2026', ['personnel']],
    ['Testpereira!5', ['personnel']],
    ['N5999000006!a', ['personnel']],
    ['é'.repeat(64) + 'aZ3#xy'.repeat(11), ['longueur']],
    ['', ['longueur', 'classes', 'commun', 'personnel']],
  ] as const)('« %s » manque à %j', (motDePasse, attendues) => {
    expect(manquantes(motDePasse)).toEqual(attendues);
  });
});

describe('le mot de passe provisoire (D-01)', () => {
  const tirages = fc.infiniteStream(fc.nat());
  it('a toujours 12 caractères des quatre classes, sans sosies, quel que soit le tirage', () => {
    fc.assert(
      fc.property(tirages, (flux) => {
        const provisoire = motDePasseProvisoire((n) => Number(flux.next().value) % n);
        expect(provisoire).toMatch(/^[A-HJ-NP-Za-km-z2-9#()!*+\-=?@]{12}$/);
        for (const classe of [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/]) expect(provisoire).toMatch(classe);
      }),
    );
  });
  it('place chaque classe à n’importe quel rang', () => {
    const rangs = new Set<number>();
    let graine = 7;
    const tirage = (n: number) => {
      graine = (graine * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((graine / 2_147_483_648) * n);
    };
    for (let i = 0; i < 400; i += 1) rangs.add(motDePasseProvisoire(tirage).search(/\d/));
    expect(rangs.size).toBeGreaterThan(8);
  });
});

describe('l’identifiant', () => {
  it.each([
    ['5999000006', { sorte: 'numero', valeur: '5999000006' }],
    [' 59 99 00 00 06 ', { sorte: 'numero', valeur: '5999000006' }],
    ['59-99.000006', { sorte: 'numero', valeur: '5999000006' }],
    // nine digits: no numéro étranger, perhaps the number of a visa (S-267)
    ['599900000', { sorte: 'visa', valeur: '599900000' }],
    [' fra 991 000-002 ', { sorte: 'visa', valeur: 'FRA991000002' }],
    ['９９９０００３', { sorte: 'visa', valeur: '9990003' }],
    ['prenom', { sorte: 'email', valeur: 'prenom' }],
    ['ana1@example.org', { sorte: 'email', valeur: 'ana1@example.org' }],
    [' Ana.TEST@Example.ORG ', { sorte: 'email', valeur: 'ana.test@example.org' }],
  ])('lit « %s »', (saisie, attendu) => {
    expect(lireIdentifiant(saisie)).toEqual(attendu);
  });
});
