import { describe, expect, it } from 'vitest';
import { lireChamp } from '#domain/procedure/champs.ts';
import { nicher } from '#domain/procedure/saisie.ts';

const contexte = { jour: '2026-11-22', email: 'p@example.org', reponses: {} };
const prenoms = { code: 'prenoms', type: 'textes', libelle: 'Prénom(s)', ajout: 'Ajouter', max: 60, requis: true } as const;
const adresse = { code: 'adresse', type: 'adresse', libelle: 'Adresse', requis: true } as const;

describe('les bornes de la saisie', () => {
  it('accepte vingt prénoms et refuse le vingt et unième avec une phrase', () => {
    const noms = Array.from({ length: 21 }, (_, i) => `Prenom${i}`);
    expect(lireChamp(noms.slice(0, 20), prenoms, 'prenoms', contexte).erreurs).toEqual([]);
    expect(lireChamp(noms, prenoms, 'prenoms', contexte).erreurs).toEqual([
      { chemin: 'prenoms.0', message: 'Vous pouvez en indiquer au plus 20.' },
    ]);
  });

  it('refuse une ligne d’adresse démesurée à côté de son champ', () => {
    const brut = { numero: '1', voie: 'x'.repeat(121), codePostal: '59000', ville: 'Lille' };
    expect(lireChamp(brut, adresse, 'adresse', contexte).erreurs).toEqual([
      { chemin: 'adresse.voie', message: 'Écrivez au plus 120 caractères.' },
    ]);
  });

  it('laisse de côté un nom de champ plus profond qu’aucun formulaire', () => {
    expect(
      nicher([
        ['a.'.repeat(100_000), 'x'],
        ['enfants.0.prenoms.1', 'Ana'],
      ]),
    ).toEqual({ enfants: { 0: { prenoms: { 1: 'Ana' } } } });
  });
});
