import { describe, expect, it } from 'vitest';
import { check } from '#domain/procedure/check.ts';
import type { Champ, Etape, EtapeChamps, ModePiece, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { v1 as bonne } from '#procedures/enfant-de-francais/v1.ts';

const etapes = (change: (etape: Etape) => Etape): Procedure => ({ ...bonne, etapes: bonne.etapes.map(change) });
const surEtape = (code: string, change: (etape: EtapeChamps) => EtapeChamps) =>
  etapes((e) => (e.code === code && e.sorte === 'champs' ? change(e) : e));
const avecChamps = (...champs: Champ[]) =>
  surEtape('motif', (e) => ({ ...e, sections: [...e.sections, { code: 'plus', titre: 'Plus', champs, provenance: bonne.provenance }] }));
const avecPiece = (piece: Partial<PieceDemandee>): Procedure => {
  const [liste] = bonne.listes;
  const [modele] = liste?.pieces ?? [];
  if (!liste || !modele) throw new Error('liste vide');
  return { ...bonne, listes: [{ ...liste, pieces: [...liste.pieces, { ...modele, code: 'plus', ...piece }] }] };
};
const avecMode = (mode: ModePiece) => avecPiece({ mode });
const oui = (code: string, reste: Partial<Champ> = {}): Champ => ({ code, libelle: 'Question', ...reste, type: 'oui_non' });

const FAUTES: [string, Procedure, string, string][] = [
  [
    'le dépôt n’est pas l’avant-dernière étape',
    { ...bonne, etapes: bonne.etapes.filter((e) => e.sorte !== 'depot') },
    'etapes',
    'le dépôt et la confirmation',
  ],
  ['aucune étape de pièces', { ...bonne, etapes: bonne.etapes.filter((e) => e.sorte !== 'pieces') }, 'etapes', 'une étape de pièces'],
  [
    'deux étapes de même code',
    etapes((e) => (e.code === 'motif' ? { ...e, code: 'informations' } : e)),
    'etapes.informations',
    'en double',
  ],
  ['la progression recule', etapes((e) => (e.code === 'motif' ? { ...e, progression: 5 } : e)), 'etapes.motif', 'recule'],
  ['un champ en double dans deux étapes', avecChamps(oui('nom_naissance')), 'etapes.motif.plus.nom_naissance', 'en double'],
  ['un code mal écrit', avecChamps(oui('MonChamp')), 'etapes.motif.plus.MonChamp', 'snake_case'],
  ['un libellé vide', avecChamps(oui('q', { libelle: ' ' })), 'etapes.motif.plus.q', 'libellé vide'],
  [
    'un choix à une option',
    avecChamps({ code: 'q', libelle: 'Q', type: 'choix', presentation: 'liste', options: [{ code: 'a', libelle: 'A' }] }),
    'etapes.motif.plus.q',
    'deux options',
  ],
  [
    'une option en double',
    avecChamps({
      code: 'q',
      libelle: 'Q',
      type: 'choix',
      presentation: 'liste',
      options: [
        { code: 'a', libelle: 'A' },
        { code: 'a', libelle: 'B' },
      ],
    }),
    'etapes.motif.plus.q.a',
    'option en double',
  ],
  [
    'un champ en double dans un bloc',
    avecChamps({
      code: 'q',
      libelle: 'Q',
      type: 'repetition',
      element: 'X',
      ajout: 'X',
      max: 2,
      champs: [
        { code: 'a', libelle: 'A', type: 'oui_non' },
        { code: 'a', libelle: 'A', type: 'oui_non' },
      ],
    }),
    'etapes.motif.plus.q.a',
    'en double',
  ],
  [
    'une condition sur un champ inconnu',
    avecChamps(oui('q', { visible: { champ: 'rien', parmi: ['oui'] } })),
    'etapes.motif.plus.q.visible',
    'rien',
  ],
  [
    'une condition sur un champ qui vient après',
    avecChamps(oui('q', { visible: { champ: 'suite', parmi: ['oui'] } }), oui('suite')),
    'etapes.motif.plus.q.visible',
    'suite',
  ],
  [
    'une condition jamais vraie',
    avecChamps(oui('q', { visible: { champ: 'sexe', parmi: [] } })),
    'etapes.motif.plus.q.visible',
    'jamais vraie',
  ],
  [
    'une faute au fond d’une condition',
    avecChamps(oui('q', { visible: { tous: [{ un: [{ non: { champ: 'rien', parmi: ['x'] } }] }] } })),
    'etapes.motif.plus.q.visible.tous.0.un.0.non',
    'rien',
  ],
  [
    'un âge avant la date de naissance',
    surEtape('informations', (e) => ({
      ...e,
      sections: [{ code: 'avant', titre: 'Avant', champs: [oui('q', { visible: { age: { plusDe: 21 } } })] }, ...e.sections],
    })),
    'etapes.informations.avant.q.visible',
    'date_naissance',
  ],
  [
    'une nationalité avant la question',
    surEtape('informations', (e) => ({
      ...e,
      sections: [{ code: 'avant', titre: 'Avant', champs: [oui('q', { visible: { nationalite: { parmi: ['DZ'] } } })] }, ...e.sections],
    })),
    'etapes.informations.avant.q.visible',
    'nationalites',
  ],
  ['aucune liste', { ...bonne, listes: [] }, 'listes', 'aucune liste'],
  ['une pièce en double', avecPiece({ code: 'filiation' }), 'listes.1.filiation', 'en double'],
  ['une pièce mal codée', avecPiece({ code: 'Pièce' }), 'listes.1.Pièce', 'snake_case'],
  ['une pièce sans libellé', avecPiece({ libelle: '' }), 'listes.1.plus', 'sans libellé'],
  ['une pièce sous une condition inconnue', avecPiece({ condition: { champ: 'rien', parmi: ['x'] } }), 'listes.1.plus.condition', 'rien'],
  ['un choix de documents vide', avecMode({ sorte: 'un_parmi', choix: [] }), 'listes.1.plus.mode', 'aucun document'],
  ['un cumul vide', avecMode({ sorte: 'cumul', document: 'D', choix: [] }), 'listes.1.plus.mode', 'aucun document'],
  [
    'un élément en double',
    avecMode({
      sorte: 'tous',
      elements: [
        { code: 'a', document: 'A' },
        { code: 'a', document: 'B' },
      ],
    }),
    'listes.1.plus.mode.a',
    'élément en double',
  ],
  ['une déclaration qui n’est pas demandée', avecMode({ sorte: 'declaration', champ: 'rien' }), 'listes.1.plus.mode', 'champ inconnu'],
  [
    'une seule variante',
    avecMode({ sorte: 'variante', question: 'Q', variantes: [{ code: 'a', libelle: 'A', mode: { sorte: 'unique', document: 'D' } }] }),
    'listes.1.plus.mode',
    'deux variantes',
  ],
  [
    'une faute dans une variante',
    avecMode({
      sorte: 'variante',
      question: 'Q',
      variantes: ['a', 'b'].map((code) => ({ code, libelle: code, mode: { sorte: 'un_parmi', choix: [] } })),
    }),
    'listes.1.plus.mode.b',
    'aucun document',
  ],
  ['aucune période', avecMode({ sorte: 'par_periode', periode: 'annee', nombre: 0, document: 'D' }), 'listes.1.plus.mode', 'périodes'],
  [
    'un exemple qui répond à côté',
    { ...bonne, exemple: { ...bonne.exemple, reponses: { ...bonne.exemple.reponses, rien: 'x' } } },
    'exemple.rien',
    'n’existe pas',
  ],
];

describe('check', () => {
  it('ne trouve rien à redire à une bonne définition', () => expect(check(bonne)).toEqual([]));
  it.each(FAUTES)('trouve %s', (_faute, procedure, chemin, message) =>
    expect(check(procedure)).toContainEqual({ chemin, message: expect.stringContaining(message) }),
  );
  it('rapporte toutes les fautes à la fois', () =>
    expect(check({ ...avecChamps(oui('MonChamp', { libelle: '' })), listes: [] })).toHaveLength(3));
});
