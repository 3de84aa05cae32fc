import { describe, expect, it } from 'vitest';
import { joursDeDepot } from '#domain/delais/agenda.ts';
import { casPossibles, contexteConnu, demarchesConcernees, type Situation } from '#domain/procedure/concernees.ts';
import { evaluer } from '#domain/procedure/condition.ts';
import type { Procedure } from '#domain/procedure/definition.ts';
import { v1 as enfant } from '#procedures/enfant-de-francais/v1.ts';
import { PROCEDURES } from '#procedures/index.ts';

const JOUR = '2026-11-22';
const CATALOGUE = PROCEDURES.map((versions) => versions[0]);

/** A catalogue of our own: these rules do not depend on which procedures exist. */
const faire = (slug: string, propre: Partial<Procedure>): Procedure => ({ ...enfant, slug, ...propre });
const PETIT: readonly Procedure[] = [
  faire('premiere', { famille: 'etudes', sorte: 'premiere_demande', acces: { sorte: 'sans_titre' } }),
  faire('soins', { famille: 'sante', sorte: 'premiere_demande', acces: { sorte: 'sans_titre', titres: ['soins'] } }),
  faire('renouvellement', { famille: 'etudes', sorte: 'renouvellement', acces: { sorte: 'titre', titres: ['etudiant_temporaire'] } }),
  faire('duplicata', { famille: 'changement', sorte: 'autre', acces: { sorte: 'numero' } }),
  faire('numero', { famille: 'visiteur', sorte: 'premiere_demande', acces: { sorte: 'numero' } }),
  faire('citoyen', { famille: 'union_europeenne', sorte: 'premiere_demande', acces: { sorte: 'compte' } }),
  faire('mineur', { famille: 'voyage', sorte: 'autre', acces: { sorte: 'compte' }, demandeur: 'mineur', etapes: [] }),
];

const resultat = (situation: Situation) => {
  const { demarches, orientation, remarques } = demarchesConcernees(PETIT, situation);
  return { slugs: demarches.map((d) => d.slug), orientation, remarques };
};

describe('quelle démarche me concerne', () => {
  it.each([
    [{}, []],
    [{ famille: 'etudes' }, ['premiere', 'renouvellement']],
    [{ famille: 'etudes', titre: 'aucun' }, ['premiere']],
    [{ famille: 'etudes', titre: 'etudiant_temporaire' }, ['renouvellement']],
    [{ titre: 'etudiant_temporaire' }, ['renouvellement', 'duplicata', 'mineur']],
    [{ titre: 'soins' }, ['soins', 'duplicata', 'mineur']],
    [{ titre: 'aucun', famille: 'visiteur' }, ['numero']],
    [{ nationalite: 'PT' }, ['citoyen']],
    [{ nationalite: 'PT', famille: 'etudes' }, ['premiere', 'renouvellement']],
    [{ nationalite: 'FR' }, ['mineur']],
  ] as const)('%j : %j', (situation, slugs) => expect(resultat(situation).slugs).toEqual(slugs));

  it.each([
    [{ motif: 'salarie' }, { motif: 'salarie', demande: undefined }],
    [
      { motif: 'salarie', titre: 'aucun' },
      { motif: 'salarie', demande: 'premiere' },
    ],
    [
      { motif: 'salarie', titre: 'salarie' },
      { motif: 'salarie', demande: 'renouvellement' },
    ],
    [
      { motif: 'salarie', titre: 'visiteur' },
      { motif: 'salarie', demande: 'premiere' },
    ],
    [{ titre: 'liens_personnels' }, { motif: 'liens_personnels', demande: 'renouvellement' }],
    [{ titre: 'recepisse' }, { motif: 'recepisse', demande: 'renouvellement' }],
  ] as const)('%j s’oriente vers %j', (situation, orientation) => expect(resultat(situation).orientation).toEqual(orientation));

  it.each([
    [{ nationalite: 'FR' }, ['francais']],
    [{ nationalite: 'CH' }, ['union']],
    [{ nationalite: 'DZ', famille: 'etudes' }, ['algerien']],
    [{ nationalite: 'MA', famille: 'etudes' }, []],
  ] as const)('%j fait dire %j', (situation, remarques) => expect(resultat(situation).remarques).toEqual(remarques));

  it('propose à qui a un autre titre la première demande du motif voulu, en le disant', () => {
    const { slugs, remarques } = resultat({ titre: 'salarie', famille: 'etudes' });
    expect(slugs).toEqual(['premiere']);
    expect(remarques).toEqual(['autre_titre']);
  });

  it('mène à chaque démarche du catalogue réel par sa famille', () => {
    for (const procedure of CATALOGUE)
      expect(demarchesConcernees(CATALOGUE, { famille: procedure.famille }).demarches.map((d) => d.slug)).toContain(procedure.slug);
  });

  it('mène à chaque démarche de titulaire par chacun de ses titres', () => {
    for (const procedure of CATALOGUE) {
      const titres = procedure.acces.sorte === 'titre' ? procedure.acces.titres : [];
      for (const titre of titres)
        expect(
          demarchesConcernees(CATALOGUE, { titre }).demarches.map((d) => d.slug),
          `${procedure.slug} ${titre}`,
        ).toContain(procedure.slug);
    }
  });
});

describe('avant tout compte', () => {
  const si = { nationalite: { parmi: ['DZ'] } } as const;
  it('une question qui n’a pas été posée laisse la condition ouverte', () => {
    const contexte = contexteConnu({ nationalite: 'MA' }, JOUR);
    expect(evaluer({ champ: 'nature_demande', parmi: ['renouvellement'] }, contexte)).toBe('indetermine');
    expect(evaluer(si, contexte)).toBe('non');
    expect(evaluer({ champ: 'titre_type', parmi: ['visiteur'] }, contexteConnu({ titre: 'visiteur' }, JOUR))).toBe('oui');
    expect(evaluer({ age: { plusDe: 21 } }, contexte)).toBe('indetermine');
    expect(evaluer({ age: { plusDe: 21 } }, contexteConnu({ naissance: '1990' }, JOUR))).toBe('oui');
  });
  it('les cas s’arrêtent au premier certain', () => {
    const cas = [{ si, n: 1 }, { n: 2 }, { n: 3 }];
    const numeros = (nationalite?: string) => casPossibles(cas, contexteConnu({ nationalite }, JOUR)).map((c) => [c.cas.n, c.certain]);
    expect(numeros('DZ')).toEqual([[1, true]]);
    expect(numeros('MA')).toEqual([[2, true]]);
    expect(numeros()).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});

describe('les jours du dépôt', () => {
  const fin = (ouvreJours: number, fermeJours: number) =>
    ({ sorte: 'fin_de_titre', ouvreJours, fermeJours, article: 'R.431-5 1°' }) as const;
  it('se comptent depuis la fin du titre (R.431-5 1°)', () =>
    expect(joursDeDepot(fin(120, 60), '2027-03-31')).toEqual({ ouvre: '2026-12-01', rappel: '2027-01-15', ferme: '2027-01-30' }));
  it('ne rappellent jamais avant l’ouverture', () =>
    expect(joursDeDepot(fin(70, 60), '2027-03-31')).toEqual({ ouvre: '2027-01-20', rappel: '2027-01-25', ferme: '2027-01-30' }));
  it('n’existent pas sans fin de titre', () => expect(joursDeDepot({ sorte: 'libre', article: '' }, '2027-03-31')).toBeNull());
});
