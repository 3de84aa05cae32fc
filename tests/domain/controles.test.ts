// The checks of section 2: what the facts say, and what they leave to a person.
import { describe, expect, it } from 'vitest';
import { CODES_CONTROLE, CONTROLES, type CodeControle, controlesDe, type FaitsControles, marquesDe } from '#domain/dossier/controles.ts';
import { ressemblance } from '#domain/personne/doublon.ts';
import { type Identite, identiteDe } from '#domain/personne/identite.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';

const procedure = procedureActuelle('enfant-de-francais');
if (!procedure) throw new Error('enfant-de-francais');
const { reponses } = procedure.exemple;
const piece = (code: string, verdict: 'conforme' | 'non_conforme' | null = 'conforme') =>
  ({ code, libelle: code, verdict, motif: verdict === 'non_conforme' ? 'illisible' : null }) as const;
const sain: FaitsControles = {
  procedure,
  contexte: { reponses, jour: '2026-09-22' },
  prefecture: { code: '59', nom: 'Préfecture du Nord' },
  numeroEtranger: '5903000001',
  doublons: 0,
  pieces: [piece('nationalite'), piece('filiation'), piece('domicile')],
  manquantes: [],
  alertes: [],
};
const un = (code: CodeControle, faits: Partial<FaitsControles>) => {
  const trouve = controlesDe({ ...sain, ...faits }).find((c) => c.code === code);
  if (!trouve) throw new Error(code);
  return trouve;
};

describe('la liste des contrôles', () => {
  it('tient un article et une phrase à chacun, pour chaque démarche, sans jamais décider', () => {
    for (const p of PROCEDURES.flat()) {
      const dits = controlesDe({ ...sain, procedure: p, contexte: { reponses: p.exemple.reponses, jour: '2026-09-22' } });
      expect(dits.map((c) => c.code)).toEqual(CODES_CONTROLE);
      for (const c of dits) expect([c.code, c.article.length > 0, c.constat.length > 5]).toEqual([c.code, true, true]);
    }
    expect(CODES_CONTROLE.toSorted()).toEqual(Object.keys(CONTROLES).toSorted());
  });

  it('ne tient jamais pour fait ce qu’une personne seule peut savoir', () => {
    const etats = new Map(controlesDe(sain).map((c) => [c.code, c.etat]));
    for (const code of ['conditions', 'ordre_public', 'polygamie', 'antecedents'] as const)
      expect([code, etats.get(code)]).toEqual([code, 'a_verifier']);
    for (const code of ['competence', 'ouverture', 'identite', 'enregistrement', 'pieces', 'frais', 'integration'] as const)
      expect([code, etats.get(code)]).toEqual([code, 'fait']);
  });

  it('montre une adresse d’un autre département, et dit quand elle n’en donne aucun', () => {
    expect(un('competence', { prefecture: { code: '69', nom: 'Préfecture du Rhône' } })).toMatchObject({
      etat: 'a_regarder',
      constat: expect.stringContaining('département 59'),
    });
    expect(un('competence', { contexte: { reponses: {}, jour: '2026-09-22' } }).etat).toBe('a_verifier');
  });

  it('montre un motif qui n’était pas encore reçu le jour du dépôt', () => {
    expect(un('ouverture', { contexte: { reponses, jour: '2023-04-04' } }).etat).toBe('a_regarder');
    expect(un('ouverture', { contexte: { reponses, jour: '2023-04-05' } }).etat).toBe('fait');
  });

  it('compte les doublons qui restent, et demande le registre tant qu’il n’y a pas de numéro', () => {
    expect(un('identite', { doublons: 2 })).toMatchObject({ etat: 'a_regarder', constat: expect.stringMatching(/^2 autres demandes/) });
    expect(un('identite', { numeroEtranger: null }).etat).toBe('a_verifier');
    expect(un('identite', { alertes: [{ code: 'ecarts_registre', ecarts: [] }] }).etat).toBe('a_regarder');
  });

  it('suit les avis sur les pièces', () => {
    const lues = [piece('nationalite', 'non_conforme'), piece('filiation'), piece('domicile', null)];
    expect(un('enregistrement', { pieces: lues })).toMatchObject({ etat: 'a_regarder', constat: expect.stringContaining('nationalite') });
    expect(un('pieces', { pieces: lues })).toMatchObject({ etat: 'a_regarder', constat: '1 à vérifier sur 3. nationalite : illisible.' });
    expect(un('pieces', { pieces: [piece('domicile', null)] }).etat).toBe('a_verifier');
    expect(un('pieces', { manquantes: ['Contrat'] })).toMatchObject({
      etat: 'a_regarder',
      constat: expect.stringContaining('Contrat : non jointe'),
    });
    expect(un('enregistrement', { pieces: [piece('domicile')] }).etat).toBe('a_verifier');
  });

  it('dit les 180 € d’un dépôt tardif, et les conditions d’entrée après six mois', () => {
    const retard = { code: 'depot_tardif', delaiFini: '2026-01-01', titreFini: '2026-03-01', etat: 'plus_de_six_mois' } as const;
    const dit = un('frais', { alertes: [retard] });
    expect(dit).toMatchObject({ etat: 'a_regarder', article: 'CESEDA, art. L. 436-5' });
    expect(dit.constat).toMatch(/180 €.*R\. 431-8/);
  });

  it('ne réclame pas les 180 € avant la fin du titre, ni à qui est exonéré (L. 436-8)', () => {
    const retard = { code: 'depot_tardif', delaiFini: '2026-01-01', titreFini: '2026-03-01' } as const;
    expect(un('frais', { alertes: [{ ...retard, etat: 'tardive' }] })).toMatchObject({
      etat: 'a_regarder',
      constat: expect.stringContaining('le titre valait encore'),
    });
    const conjoint = procedureActuelle('conjoint-de-francais-renouvellement');
    if (!conjoint) throw new Error('conjoint-de-francais-renouvellement');
    const contexte = { reponses: { ...conjoint.exemple.reponses, vie_commune_rompue: 'violences' }, jour: '2026-09-22' };
    expect(un('frais', { procedure: conjoint, contexte, alertes: [{ ...retard, etat: 'expiree' }] })).toMatchObject({
      etat: 'fait',
      article: expect.stringContaining('L. 436-8'),
    });
  });

  it.each([
    // what bars, under which article, for whom: a titre of book IV, a renewed carte de résident, a card of the Union, what is no titre
    ['visiteur', 'a_verifier', 'L. 412-5', 'a_verifier', 'fait'],
    ['carte-de-resident-renouvellement', 'a_verifier', 'L. 432-3', 'a_verifier', 'a_verifier'],
    ['citoyen-ue', 'a_verifier', 'livre II', 'fait', 'fait'],
    ['titre-de-voyage', 'a_verifier', 'L. 561-9', 'fait', 'fait'],
    ['changement-d-adresse', 'fait', 'L. 412-5', 'fait', 'fait'],
    ['conjoint-de-francais-renouvellement', 'a_verifier', 'L. 412-5', 'a_verifier', 'a_verifier'],
    ['refugie', 'a_verifier', 'L. 412-5', 'a_verifier', 'fait'],
  ] as const)(
    '%s : ordre public, polygamie et intégration selon ce que les textes visent',
    (slug, ordre, article, polygamie, integration) => {
      const p = procedureActuelle(slug);
      if (!p) throw new Error(slug);
      const faits = { procedure: p, contexte: { reponses: p.exemple.reponses, jour: '2026-09-22' } };
      expect(un('ordre_public', faits)).toMatchObject({ etat: ordre, article: expect.stringContaining(article) });
      expect([un('polygamie', faits).etat, un('integration', faits).etat]).toEqual([polygamie, integration]);
    },
  );

  it('retient la dernière marque de chaque contrôle', () => {
    const note = (controle: string | null, etat: string, jour: number) => ({ controle, etat, le: new Date(2026, 1, jour) });
    const marques = marquesDe([note('frais', 'a_reprendre', 3), note(null, '', 2), note('frais', 'vu', 1), note('pieces', 'vu', 1)]);
    expect([marques.get('frais')?.etat, marques.get('pieces')?.etat, marques.size]).toEqual(['a_reprendre', 'vu', 2]);
  });
});

describe('deux demandes d’une même personne ?', () => {
  const a = identiteDe(reponses);
  const avec = (plus: Partial<Identite>) => ressemblance(a, { ...a, ...plus });
  it('sûre quand tout est égal, sans compter accents, tirets ni casse', () => {
    expect(avec({ nomNaissance: 'Test-Cóllins', prenoms: ['MARSHALL'] })).toBe('meme_personne');
  });
  it('à comparer quand une date est partielle, un prénom de plus, ou la nationalité autre', () => {
    expect([avec({ naissance: '1990' }), avec({ prenoms: ['Marshall', 'Jean'] }), avec({ nationalites: ['FR'] })]).toEqual(
      Array.from({ length: 3 }, () => 'a_verifier'),
    );
  });
  it('non quand quelque chose contredit', () => {
    expect([avec({ naissance: '1990-03-05' }), avec({ prenoms: ['Jean'] }), avec({ nomNaissance: 'TESTAUTRE' })]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
