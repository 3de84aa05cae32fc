// A piece and its condition survive their form: shown, posted back untouched, they are the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LISTE_NATIONALITES } from '#domain/pays.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import type { Champ, Condition, PieceDemandee } from '#domain/procedure/definition.ts';
import { memeValeur } from '#domain/procedure/difference.ts';
import { nicher } from '#domain/procedure/saisie.ts';
import { avecRegle, conditionDe, ecrireNoeud, lireNoeud, type Noeud, noeudDe, sansRegle } from '#domain/procedure/saisie-condition.ts';
import { codeDuLibelle, ecrirePiece, lirePiece } from '#domain/procedure/saisie-piece.ts';
import { schemaListe, schemaPieces } from '#domain/procedure/schema-liste.ts';
import { champsDeLaProcedure } from '#domain/procedure/valeurs.ts';
import { PROCEDURES } from '#procedures/index.ts';

/** What the browser posts: names with points, texts. */
function aplatir(brut: Brut, nom = ''): [string, string][] {
  if (typeof brut === 'string') return [[nom, brut]];
  if (brut === null || brut === undefined) return [];
  const entrees: [string, Brut][] = Array.isArray(brut) ? brut.map((b, i) => [String(i), b]) : Object.entries(brut);
  return entrees.flatMap(([cle, valeur]) => aplatir(valeur, nom ? `${nom}.${cle}` : cle));
}
const poster = (brut: Brut) => nicher(aplatir(brut));

const champs: Champ[] = [
  { code: 'marie', type: 'oui_non', libelle: 'Marié(e) ?' },
  { code: 'pays_visa', type: 'pays', libelle: 'Pays du visa' },
  { code: 'commune', type: 'texte', forme: 'lieu', max: 80, libelle: 'Commune' },
];
const boite: fc.Arbitrary<Condition> = fc.letrec<{ c: Condition }>((tie) => ({
  c: fc.oneof(
    { maxDepth: 4 },
    fc.record({ champ: fc.constant('marie'), parmi: fc.subarray(['oui', 'non'], { minLength: 1 }) }),
    fc.record({ champ: fc.constant('pays_visa'), parmi: fc.subarray(['FR', 'CD', 'CG', 'CI'], { minLength: 1 }) }),
    fc.record({ champ: fc.constant('commune'), parmi: fc.subarray(['Lille', 'Saint-Étienne (Loire)'], { minLength: 1 }) }),
    fc.record({ nationalite: fc.record({ parmi: fc.subarray(['CD', 'CG', 'DO', 'DM', 'MA'], { minLength: 1 }) }) }),
    fc.record({ nationalite: fc.record({ hors: fc.subarray(['DZ', 'TN'], { minLength: 1 }) }) }),
    fc.record({ age: fc.record({ plusDe: fc.nat(120) }) }),
    fc.record({ age: fc.record({ moinsDe: fc.nat(120) }) }),
    fc.record({ tous: fc.array(tie('c'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ un: fc.array(tie('c'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ non: tie('c') }),
  ),
})).c;

describe('une condition', () => {
  it('revient de son formulaire telle quelle, quelle que soit sa profondeur', () => {
    fc.assert(
      fc.property(boite, (condition) => {
        const poste = poster({ condition: ecrireNoeud(noeudDe(condition, champs)) });
        const noeud = lireNoeud(poste.condition);
        expect(noeud && conditionDe(noeud, champs)).toEqual({ condition });
      }),
      { numRuns: 500 },
    );
  });

  it('sur toutes les nationalités revient entière', () => {
    const condition = { nationalite: { hors: LISTE_NATIONALITES.map((n) => n.code) } };
    expect(conditionDe(noeudDe(condition, champs), champs)).toEqual({ condition });
  });

  it('à qui l’on ajoute une règle devient un groupe, et redevient elle-même quand on la retire', () => {
    const seule: Noeud = { sorte: 'age', regle: 'plusDe', annees: '21' };
    const groupe = avecRegle(seule, 'r', 'nationalite');
    expect(groupe).toMatchObject({ sorte: 'tous', membres: [seule, { sorte: 'nationalite' }] });
    expect(sansRegle(groupe, 'r-1')).toEqual({ sorte: 'tous', membres: [seule] });
    expect(sansRegle(seule, 'r')).toBeNull();
    expect(avecRegle(avecRegle(null, 'r', 'un'), 'r', 'age')).toMatchObject({ sorte: 'un', membres: [{ sorte: 'age' }] });
  });

  it.each<[string, Noeud, string]>([
    ['un groupe vide', { sorte: 'tous', membres: [] }, 'condition.r.ajout'],
    ['un âge qui n’en est pas un', { sorte: 'age', regle: 'plusDe', annees: 'vingt' }, 'condition.r.annees'],
    ['une nationalité inconnue', { sorte: 'nationalite', regle: 'hors', noms: 'Algérienne\nMartienne' }, 'condition.r.noms'],
    ['une question non choisie', { sorte: 'champ', champ: '', cochees: [], noms: '' }, 'condition.r.champ'],
    ['aucune réponse', { sorte: 'champ', champ: 'marie', cochees: [], noms: '' }, 'condition.r.cochees'],
    [
      'un pays inconnu',
      { sorte: 'non', membres: [{ sorte: 'champ', champ: 'pays_visa', cochees: [], noms: 'Ruritanie' }] },
      'condition.r-0.noms',
    ],
  ])('refuse %s, à sa place', (_quoi, noeud, chemin) => {
    const lu = conditionDe(noeud, champs);
    expect('erreurs' in lu ? lu.erreurs.map((e) => e.chemin) : lu).toEqual([chemin]);
  });

  it('accepte un nom écrit sans accent ni majuscule', () =>
    expect(conditionDe({ sorte: 'nationalite', regle: 'parmi', noms: 'algerienne ; TUNISIENNE' }, champs)).toEqual({
      condition: { nationalite: { parmi: ['DZ', 'TN'] } },
    }));
});

const toutes = PROCEDURES.flat().flatMap((p) =>
  p.listes.flatMap((l) => l.pieces.map((piece) => [`${p.slug} ${l.version} ${piece.code}`, piece, champsDeLaProcedure(p)] as const)),
);
const modeles = (piece: PieceDemandee) => (JSON.stringify(piece).match(/"modele":"([^"]+)"/g) ?? []).map((m) => m.slice(10, -1));

describe('une pièce', () => {
  it.each(toutes)('%s revient de son formulaire telle quelle', (_nom, piece, questions) => {
    const lue = lirePiece(poster(ecrirePiece(piece, questions)), { champs: questions, modeles: modeles(piece) });
    const relue = 'piece' in lue ? lue.piece : lue;
    // the order of the answers of a rule is not kept: it says nothing
    expect(memeValeur(trier(relue), trier(piece)), JSON.stringify(relue)).toBe(true);
  });

  it('vide dit tout ce qui manque, à sa place', () => {
    const lue = lirePiece({}, { champs: [], modeles: [] });
    expect('erreurs' in lue ? lue.erreurs.map((e) => e.chemin) : []).toEqual([
      'code',
      'libelle',
      'groupe',
      'moment',
      'mode.sorte',
      'mode.document',
      'formats',
      'source',
      'certitude',
      'dateSource',
    ]);
  });

  it('tire un code des mots', () => expect(codeDuLibelle('  2 attestations de l’hôtelier – été ')).toBe('attestations_de_l_hotelier_ete'));
});

function trier(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(trier);
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  return Object.fromEntries(
    Object.entries(valeur).map(([cle, v]) => [
      cle,
      ['parmi', 'hors', 'formats'].includes(cle) && Array.isArray(v) ? v.toSorted() : trier(v),
    ]),
  );
}

describe('le schéma d’une liste', () => {
  it.each(PROCEDURES.flat().flatMap((p) => p.listes.map((l) => [`${p.slug} ${l.version}`, l] as const)))(
    'reconnaît %s sans rien en perdre',
    (_nom, liste) => expect(schemaListe.parse(JSON.parse(JSON.stringify(liste)))).toEqual(JSON.parse(JSON.stringify(liste))),
  );
  it.each([
    ['une condition d’une autre langue', { condition: { si: 'age > 21' } }],
    ['une condition à deux sens', { condition: { champ: 'a', parmi: ['b'], non: { champ: 'a', parmi: ['c'] } } }],
    ['un mode inconnu', { mode: { sorte: 'fax' } }],
    ['un format inconnu', { formats: ['exe'] }],
    ['une certitude inconnue', { certitude: 'Z' }],
  ])('refuse %s', (_quoi, reste) => {
    const piece = PROCEDURES[0]?.[0].listes[0]?.pieces[0];
    expect(schemaPieces.safeParse([{ ...piece, ...reste }]).success).toBe(false);
  });
});
