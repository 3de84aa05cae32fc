// Whether a condition can ever be true: known cases, and the property that binds the search to the evaluation of the engine.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPieces } from '#domain/procedure/check-liste.ts';
import { evaluer } from '#domain/procedure/condition.ts';
import type { Champ, Condition, PieceDemandee, Procedure, Reponses } from '#domain/procedure/definition.ts';
import { piecesAttendues } from '#domain/procedure/pieces.ts';
import { temoin } from '#domain/procedure/temoin.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';
import { PROCEDURES } from '#procedures/index.ts';

const JOUR = '2026-11-22';
const options = (...codes: string[]) => codes.map((code) => ({ code, libelle: code.toUpperCase() }));
const champs: Champ[] = [
  {
    code: 'nationalites',
    type: 'nationalites',
    libelle: 'Nationalités',
    ajout: '+',
    requis: true,
    exclut: { nationalites: ['FR'], message: 'Non' },
  },
  {
    code: 'date_naissance',
    type: 'date_partielle',
    libelle: 'Né(e) le',
    requis: true,
    arret: { si: { age: { moinsDe: 16 } }, message: 'Trop jeune' },
  },
  { code: 'marie', type: 'oui_non', libelle: 'Marié(e) ?', requis: true },
  { code: 'logement', type: 'choix', presentation: 'liste', libelle: 'Logement', requis: true, options: options('soi', 'hotel', 'tiers') },
  {
    code: 'conjoint_present',
    type: 'oui_non',
    libelle: 'Le conjoint vit avec vous ?',
    requis: true,
    visible: { champ: 'marie', parmi: ['oui'] },
  },
  { code: 'activites', type: 'cases', libelle: 'Activités', options: options('salarie', 'independant', 'aucune') },
  { code: 'enfants', type: 'nombre', libelle: 'Enfants', min: 0, max: 3 },
  { code: 'adresse', type: 'adresse', libelle: 'Adresse', requis: true },
];
const procedure: Procedure = {
  ...v1,
  etapes: [{ code: 'e', titre: 'E', sorte: 'champs', progression: 0, sections: [{ code: 's', titre: 'S', champs }] }],
};
const dit = (condition: Condition) => temoin(condition, procedure, JOUR).etat;
const champ = (code: string, ...parmi: string[]): Condition => ({ champ: code, parmi });
const parmi = (...codes: string[]): Condition => ({ nationalite: { parmi: codes } });
const hors = (...codes: string[]): Condition => ({ nationalite: { hors: codes } });
const plusDe = (n: number): Condition => ({ age: { plusDe: n } });
const moinsDe = (n: number): Condition => ({ age: { moinsDe: n } });

describe('une condition que personne ne remplit', () => {
  it.each<[string, Condition]>([
    ['nationalité parmi et hors la même', { tous: [parmi('DZ'), hors('DZ', 'TN')] }],
    ['deux nationalités sans rien de commun', { tous: [parmi('DZ'), parmi('MA')] }],
    ['nationalité que la démarche refuse', parmi('FR')],
    ['moins de 17 ans et plus de 21', { tous: [moinsDe(17), plusDe(21)] }],
    ['un âge auquel la démarche arrête', moinsDe(16)],
    ['ni plus de 18 ans ni moins de 19', { tous: [{ non: plusDe(18) }, { non: moinsDe(19) }] }],
    ['deux réponses à une question qui n’en prend qu’une', { tous: [champ('logement', 'soi'), champ('logement', 'hotel')] }],
    ['une réponse que la question n’offre pas', champ('logement', 'chateau')],
    ['aucune réponse à une question obligatoire', { non: champ('logement', 'soi', 'hotel', 'tiers') }],
    ['une question qui ne se montre qu’à d’autres', { tous: [champ('conjoint_present', 'oui'), champ('marie', 'non')] }],
    [
      'une question laissée vide alors qu’elle est montrée',
      { tous: [champ('marie', 'oui'), { non: champ('conjoint_present', 'oui', 'non') }] },
    ],
    ['une case cochée et refusée', { tous: [champ('activites', 'salarie'), { non: champ('activites', 'salarie', 'aucune') }] }],
    ['un nombre hors de ses bornes', champ('enfants', '12')],
    ['une adresse comparée à un mot', champ('adresse', 'Lille')],
    ['un groupe qui n’offre rien', { un: [] }],
  ])('%s', (_quoi, condition) => expect(dit(condition)).toBe('impossible'));
});

describe('une condition que quelqu’un remplit', () => {
  it.each<[string, Condition]>([
    ['hors beaucoup de nationalités', hors('DZ', 'TN', 'MA')],
    ['18 ans juste', { tous: [{ non: plusDe(18) }, { non: moinsDe(18) }] }],
    ['deux cases à la fois', { tous: [champ('activites', 'salarie'), champ('activites', 'independant')] }],
    ['une question facultative laissée vide', { non: champ('activites', 'salarie', 'independant', 'aucune') }],
    ['une question cachée, donc vide', { non: champ('conjoint_present', 'oui', 'non') }],
    [
      'tout à la fois',
      { tous: [parmi('DZ', 'TN'), plusDe(21), champ('conjoint_present', 'non'), { un: [champ('enfants', '3'), moinsDe(40)] }] },
    ],
    ['rien', { tous: [] }],
  ])('%s', (_quoi, condition) => {
    const trouve = temoin(condition, procedure, JOUR);
    if (trouve.etat !== 'possible') throw new Error(trouve.etat);
    expect(evaluer(condition, { reponses: trouve.reponses, jour: JOUR })).toBe('oui');
  });
});

const regle = fc.oneof(
  fc.record({ champ: fc.constantFrom('marie', 'conjoint_present'), parmi: fc.subarray(['oui', 'non', 'peut_etre'], { minLength: 1 }) }),
  fc.record({ champ: fc.constant('logement'), parmi: fc.subarray(['soi', 'hotel', 'tiers', 'chateau'], { minLength: 1 }) }),
  fc.record({ champ: fc.constant('activites'), parmi: fc.subarray(['salarie', 'independant', 'aucune'], { minLength: 1 }) }),
  fc.record({ nationalite: fc.record({ parmi: fc.subarray(['DZ', 'TN', 'MA'], { minLength: 1 }) }) }),
  fc.record({ nationalite: fc.record({ hors: fc.subarray(['DZ', 'TN', 'MA'], { minLength: 1 }) }) }),
  fc.record({ age: fc.record({ plusDe: fc.integer({ min: 15, max: 23 }) }) }),
  fc.record({ age: fc.record({ moinsDe: fc.integer({ min: 15, max: 23 }) }) }),
);
const arbreDeConditions: fc.Arbitrary<Condition> = fc.letrec<{ c: Condition }>((tie) => ({
  c: fc.oneof(
    { maxDepth: 3 },
    regle,
    fc.record({ tous: fc.array(tie('c'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ un: fc.array(tie('c'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ non: tie('c') }),
  ),
})).c;

/** A person whom this procedure lets answer, as the screens would have it. */
const personne: fc.Arbitrary<Reponses> = fc
  .record({
    nationalites: fc.constantFrom('DZ', 'TN', 'MA', 'CA').map((n) => [n]),
    date_naissance: fc.constantFrom(
      '2010-11-22',
      '2008-11-22',
      '2007-06-01',
      '2005-11-22',
      '2005-11-21',
      '2004-11-23',
      '2003-11-22',
      '1980-01-01',
    ),
    marie: fc.constantFrom('oui', 'non'),
    logement: fc.constantFrom('soi', 'hotel', 'tiers'),
    conjoint_present: fc.constantFrom('oui', 'non'),
    activites: fc.subarray(['salarie', 'independant', 'aucune']),
  })
  .map(({ conjoint_present, activites, ...r }) => ({
    ...r,
    ...(r.marie === 'oui' ? { conjoint_present } : {}),
    ...(activites.length ? { activites } : {}),
  }));

describe('le vérificateur d’une liste', () => {
  const piece = (condition: Condition): PieceDemandee => ({
    code: 'p',
    libelle: 'P',
    groupe: 'G',
    requis: true,
    moment: 'depot',
    mode: { sorte: 'unique', document: 'D' },
    source: 'essai',
    certitude: 'X',
    dateSource: '2026',
    condition,
  });

  it('n’accepte jamais une pièce qu’aucune personne ne se verrait demander', () => {
    fc.assert(
      fc.property(arbreDeConditions, (condition) => {
        if (checkPieces([piece(condition)], procedure, JOUR).length > 0) return;
        const trouve = temoin(condition, procedure, JOUR);
        if (trouve.etat !== 'possible') throw new Error(trouve.etat);
        const [attendue] = piecesAttendues([piece(condition)], { reponses: trouve.reponses, jour: JOUR }, 'depot');
        expect(attendue?.exigence).toBe('requise');
      }),
      { numRuns: 400 },
    );
  });

  it('ne dit jamais impossible ce qu’une personne remplit', () => {
    fc.assert(
      fc.property(arbreDeConditions, personne, (condition, reponses) => {
        fc.pre(evaluer(condition, { reponses, jour: JOUR }) === 'oui');
        expect(dit(condition)).toBe('possible');
      }),
      { numRuns: 400 },
    );
  });

  it.each(
    PROCEDURES.flat()
      .flatMap((p) => p.listes.map((l) => [p, l] as const))
      .map(([p, l]) => [`${p.slug}, liste ${l.version}`, p, l] as const),
  )('accepte %s, chaque pièce ayant sa personne', (_nom, p, l) => {
    expect(checkPieces(l.pieces, p, l.effetLe)).toEqual([]);
    for (const { condition } of l.pieces) if (condition) expect(temoin(condition, p, l.effetLe).etat).toBe('possible');
  });

  it.each<[string, Partial<PieceDemandee>, string, string]>([
    ['un libellé vide', { libelle: ' ' }, '', 'sans libellé'],
    ['un champ inconnu', { condition: champ('inconnu', 'oui') }, 'condition', 'champ inconnu'],
    ['une réponse qui n’existe pas', { condition: champ('logement', 'soi', 'chateau') }, 'condition', '« chateau » n’est pas une réponse'],
    ['un âge impossible', { condition: plusDe(400) }, 'condition', '400 n’est pas un âge'],
    ['une nationalité inconnue', { condition: parmi('ZZ') }, 'condition', '« ZZ » n’est pas une nationalité'],
    ['aucune nationalité', { condition: hors() }, 'condition', 'aucune nationalité'],
    ['jamais vraie', { condition: { tous: [moinsDe(18), plusDe(21)] } }, 'condition', 'jamais vraie'],
    ['aucun document', { mode: { sorte: 'tous', elements: [] } }, 'mode', 'aucun document'],
    ['un document sans intitulé', { mode: { sorte: 'un_parmi', choix: ['a', ''] } }, 'mode', 'sans intitulé'],
    ['aucun format', { formats: [] }, 'formats', 'aucun format'],
  ])('refuse %s et dit où', (_quoi, reste, partie, message) => {
    const [probleme, ...autres] = checkPieces([{ ...piece({ tous: [] }), condition: undefined, ...reste }], procedure, JOUR);
    expect(autres).toEqual([]);
    expect(probleme).toMatchObject({ piece: 'p', partie, message: expect.stringContaining(message) });
  });
});
