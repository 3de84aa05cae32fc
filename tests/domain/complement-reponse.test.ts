import { describe, expect, it } from 'vitest';
import type { SorteItem } from '#domain/dossier/complement.ts';
import { manquesDeLaReponse } from '#domain/dossier/complement-reponse.ts';

describe('la réponse à un complément', () => {
  it.each([
    { sorte: 'document', reponse: null, raison: '', fichiers: 0, manque: 'reponse' },
    { sorte: 'document', reponse: 'maintenir', raison: '   ', fichiers: 0, manque: 'raison' },
    { sorte: 'document', reponse: 'maintenir', raison: 'La copie comporte 2 pages', fichiers: 0, manque: null },
    { sorte: 'document', reponse: 'mettre_a_jour', raison: 'le voici', fichiers: 0, manque: 'fichiers' },
    { sorte: 'document', reponse: 'mettre_a_jour', raison: '', fichiers: 1, manque: null },
    { sorte: 'document', reponse: 'fournir', raison: '', fichiers: 1, manque: 'reponse' },
    { sorte: 'piece_manquante', reponse: 'fournir', raison: '', fichiers: 0, manque: 'fichiers' },
    { sorte: 'piece_manquante', reponse: 'expliquer', raison: '', fichiers: 0, manque: 'raison' },
    { sorte: 'piece_manquante', reponse: 'expliquer', raison: '', fichiers: 1, manque: null },
    { sorte: 'piece_manquante', reponse: 'expliquer', raison: 'Le consulat est fermé.', fichiers: 0, manque: null },
    { sorte: 'information', reponse: null, raison: '', fichiers: 0, manque: 'raison' },
    { sorte: 'information', reponse: null, raison: 'Depuis mai.', fichiers: 0, manque: null },
  ] as const)('$sorte, $reponse, « $raison », $fichiers fichier → $manque', ({ sorte, reponse, raison, fichiers, manque }) => {
    const manques = manquesDeLaReponse([{ id: 'a', sorte: sorte satisfies SorteItem, nombreDeFichiers: fichiers }], {
      a: { reponse, raison },
    });
    expect(manques.map((m) => m.champ)).toEqual(manque === null ? [] : [manque]);
  });

  it('réclame chaque élément sans réponse, dans l’ordre', () => {
    const items = [
      { id: 'a', sorte: 'document', nombreDeFichiers: 0 },
      { id: 'b', sorte: 'information', nombreDeFichiers: 0 },
    ] as const;
    expect(manquesDeLaReponse(items, {}).map((m) => `${m.item}.${m.champ}`)).toEqual(['a.reponse', 'b.raison']);
  });
});
