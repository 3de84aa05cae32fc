import { describe, expect, it } from 'vitest';
import { PROCEDURES } from '#procedures/index.ts';
import { drift, fingerprints, readFrozen } from './frozen.ts';

const now = Object.assign({}, ...PROCEDURES.flat().map(fingerprints));
const [[premiere]] = PROCEDURES as [[(typeof PROCEDURES)[number][0]]];

describe('une procédure publiée', () => {
  it('ne bouge plus', () => expect(drift(now, readFrozen())).toEqual([]));

  it('refuse un libellé retouché et demande un v2', () => {
    const retouchee = { ...premiere, nom: `${premiere.nom} ` };
    expect(drift(fingerprints(retouchee), fingerprints(premiere))).toEqual([
      'enfant-de-francais/v1 : publiée, donc figée ; faire un v2 au lieu de la modifier.',
    ]);
  });

  it('refuse une pièce ajoutée à une liste en vigueur, mais admet une liste de plus', () => {
    const [liste] = premiere.listes;
    if (!liste) throw new Error('aucune liste');
    const allongee = { ...premiere, listes: premiere.listes.map((l) => (l === liste ? { ...l, pieces: l.pieces.slice(1) } : l)) };
    expect(drift(fingerprints(allongee), fingerprints(premiere))).toEqual([
      expect.stringContaining('ajouter une liste de version suivante'),
    ]);
    const nouvelle = { ...premiere, listes: [...premiere.listes, { ...liste, version: 99 }] };
    expect(drift(fingerprints(nouvelle), fingerprints(premiere))).toEqual([expect.stringContaining('liste-99 : nouvelle')]);
  });

  it('ne dépend pas de l’ordre des lignes ni de l’exemple', () => {
    const { nom, slug, ...reste } = premiere;
    expect(fingerprints({ ...reste, exemple: { reponses: {}, variantes: {} }, slug, nom })).toEqual(fingerprints(premiere));
  });

  it('ne se retire pas', () => expect(drift({}, { 'x/v1': 'a' })).toEqual([expect.stringContaining('la remettre')]));
});
