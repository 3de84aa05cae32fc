import { describe, expect, it } from 'vitest';
import type { Acces, Famille, Fenetre, Procedure } from '#domain/procedure/definition.ts';
import { type Demandeur, etatPour, type Offre, offresPour, type TitreTenu, titreCourant } from '#domain/titre/offre.ts';
import { v1 as modele } from '#procedures/conjoint-de-francais/v1.ts';

const JOUR = '2026-11-22';
const R4315: Fenetre = { sorte: 'fin_de_titre', ouvreJours: 120, fermeJours: 60, article: 'R.431-5 1°' };
const LIBRE: Fenetre = { sorte: 'libre', article: 'L.436-2' };

type Choix = {
  famille?: Famille;
  sorte?: Procedure['sorte'];
  fenetre?: Fenetre;
  demandeur?: Procedure['demandeur'];
  depuis?: string;
};
const procedure = (
  slug: string,
  acces: Acces,
  { famille = 'famille_de_francais', sorte = 'premiere_demande', fenetre = LIBRE, demandeur = 'soi', depuis = '2021-05-01' }: Choix = {},
): Procedure => ({
  ...modele,
  slug,
  nom: slug,
  acces,
  famille,
  sorte,
  fenetre,
  demandeur,
  ouverture: { ...modele.ouverture, depuis },
});

const conjoint = procedure(
  'conjoint-de-francais',
  { sorte: 'sans_titre' },
  { fenetre: { sorte: 'depuis', champ: 'date_entree_france', mois: 2, ferme: false, article: 'R.431-4' } },
);
const conjointR = procedure(
  'conjoint-de-francais-renouvellement',
  { sorte: 'titre', titres: ['vls_ts_conjoint', 'conjoint_pluriannuelle'] },
  { sorte: 'renouvellement', fenetre: R4315 },
);
const etudiantR = procedure(
  'etudiant-renouvellement',
  { sorte: 'titre', titres: ['etudiant_temporaire'] },
  { famille: 'etudes', sorte: 'renouvellement', fenetre: R4315 },
);
const residentR = procedure(
  'carte-de-resident-renouvellement',
  { sorte: 'titre', titres: ['resident', 'resident_ue'] },
  { famille: 'resident', sorte: 'renouvellement', fenetre: R4315 },
);
const refugie = procedure('refugie', { sorte: 'numero' }, { famille: 'protection' });
const adresse = procedure('changement-d-adresse', { sorte: 'numero' }, { famille: 'changement', sorte: 'autre' });
const duplicata: Procedure = {
  ...procedure('duplicata', { sorte: 'numero' }, { famille: 'changement', sorte: 'autre' }),
  resteDuTitre: { mois: 3, article: 'L.436-2' },
};
const soins = procedure('soins', { sorte: 'sans_titre', titres: ['soins'] }, { famille: 'sante' });
const voyage = procedure('titre-de-voyage', { sorte: 'titre', titres: ['refugie'] }, { famille: 'voyage', sorte: 'autre' });
const dcem = procedure('document-de-circulation', { sorte: 'numero' }, { famille: 'voyage', sorte: 'autre', demandeur: 'mineur' });
const validation = procedure('validation-vls-ts', { sorte: 'compte' }, { famille: 'vls_ts', sorte: 'autre' });
const PROCEDURES = [conjoint, conjointR, etudiantR, residentR, refugie, adresse, duplicata, voyage, dcem, validation];

const titre = (type: string | null, fin: string, plus: Partial<TitreTenu> = {}): TitreTenu => ({
  type,
  mention: type ?? '?',
  debut: '2020-01-01',
  fin,
  invalideLe: null,
  ...plus,
});
const pour = (titres: readonly TitreTenu[], plus: Partial<Demandeur> = {}) =>
  offresPour(PROCEDURES, { estConnu: true, titres, enCours: [], ouvertures: {}, jour: JOUR, ...plus });
const slugs = ({ offres }: { offres: readonly Offre[] }) => offres.map((o) => `${o.sorte} ${o.procedure}`);
const etat = (o: ReturnType<typeof offresPour>, slug: string) => o.offres.find((x) => x.procedure === slug)?.etat;

describe('ce qui est offert', () => {
  it('au titulaire d’une carte conjoint : son renouvellement d’abord, jamais sa propre premiere demande', () => {
    expect(slugs(pour([titre('conjoint_pluriannuelle', '2027-02-20')]))).toEqual([
      'renouvellement conjoint-de-francais-renouvellement',
      'autre_titre refugie',
      'changement changement-d-adresse',
      'duplicata duplicata',
    ]);
  });

  it('au titulaire d’une carte etudiant : un autre titre du portail, aux dates de sa carte (R.431-5 1°)', () => {
    const ouvert = pour([titre('etudiant_temporaire', '2027-02-20')]);
    expect(slugs(ouvert)).toContain('autre_titre conjoint-de-francais');
    expect(etat(ouvert, 'conjoint-de-francais')).toEqual({ code: 'possible', fenetre: { etat: 'ouverte', jusquau: '2026-12-22' } });
    expect(etat(pour([titre('etudiant_temporaire', '2027-10-01')]), 'conjoint-de-francais')).toEqual({
      code: 'hors_delai',
      fenetre: { etat: 'trop_tot', ouvreLe: '2027-06-03' },
    });
  });

  it('au titulaire d’une carte soins : la meme demarche, comme renouvellement et a ses dates', () => {
    const avec = (fin: string) =>
      offresPour([...PROCEDURES, soins], { estConnu: true, titres: [titre('soins', fin)], enCours: [], ouvertures: {}, jour: JOUR });
    expect(slugs(avec('2027-02-20'))[0]).toBe('renouvellement soins');
    expect(etat(avec('2027-02-20'), 'soins')).toEqual({ code: 'possible', fenetre: { etat: 'ouverte', jusquau: '2026-12-22' } });
    expect(etat(avec('2027-09-01'), 'soins')).toMatchObject({ code: 'hors_delai', fenetre: { etat: 'trop_tot' } });
    expect(avec('2027-02-20').orientations).toEqual([]);
  });

  it('ne compte pas ces jours-la pour un citoyen de l’Union ni sous recepisse', () => {
    for (const type of ['ue_citoyen', 'recepisse'])
      expect(etat(pour([titre(type, '2028-01-01')]), 'conjoint-de-francais')).toEqual({
        code: 'possible',
        fenetre: { etat: 'selon_evenement', mois: 2 },
      });
  });

  it('le titre de voyage au seul refugie ; rien de ce qui se demande pour un autre', () => {
    expect(slugs(pour([titre('refugie', '2030-01-01')]))).toContain('voyage titre-de-voyage');
    expect(slugs(pour([titre('resident', '2030-01-01')]))).not.toContain('voyage titre-de-voyage');
    expect(slugs(pour([titre('refugie', '2030-01-01')])).join()).not.toMatch(/circulation|validation/);
  });

  it('sans titre connu : ce que son numero ouvre, et les premieres demandes', () => {
    const rien = pour([]);
    expect(rien.titre).toBeNull();
    expect(slugs(rien)).toEqual(['autre_titre conjoint-de-francais', 'autre_titre refugie', 'changement changement-d-adresse']);
    expect(rien.orientations).toEqual([]);
  });
});

describe('une demarche, par son adresse', () => {
  const etatDe = (p: Procedure, plus: Partial<Demandeur> = {}) =>
    etatPour(p, { estConnu: true, titres: [titre('etudiant_temporaire', '2027-02-20')], enCours: [], ouvertures: {}, jour: JOUR, ...plus });

  it('s’ouvre a qui a le titre, le numero ou le compte qu’elle demande, et a personne d’autre', () => {
    expect(etatDe(etudiantR)).toMatchObject({ code: 'possible' });
    expect(etatDe(conjointR)).toBeNull();
    expect(etatDe(adresse)).toMatchObject({ code: 'possible' });
    expect(etatDe(adresse, { estConnu: false, titres: [] })).toBeNull();
    expect(etatDe(validation, { estConnu: false, titres: [] })).toMatchObject({ code: 'possible' });
    expect(etatDe(dcem)).toMatchObject({ code: 'possible' });
  });
});

describe('quand ce n’est pas possible maintenant', () => {
  const renouvellement = (fin: string, plus: Partial<Demandeur> = {}) =>
    etat(pour([titre('conjoint_pluriannuelle', fin)], plus), 'conjoint-de-francais-renouvellement');

  it.each([
    ['2027-09-01', { code: 'hors_delai', fenetre: { etat: 'trop_tot', ouvreLe: '2027-05-04' } }],
    ['2027-02-20', { code: 'possible', fenetre: { etat: 'ouverte', jusquau: '2026-12-22' } }],
    ['2026-12-22', { code: 'possible', fenetre: { etat: 'tardive', delaiFiniLe: '2026-10-23', titreFinitLe: '2026-12-22' } }],
    ['2026-10-13', { code: 'possible', fenetre: { etat: 'expiree', finiLe: '2026-10-13', jusquau: '2027-04-13' } }],
    ['2026-03-17', { code: 'hors_delai', fenetre: { etat: 'plus_de_six_mois', finiLe: '2026-03-17', depuis: '2026-09-18' } }],
  ])('un titre qui finit le %s', (fin, attendu) => expect(renouvellement(fin)).toEqual(attendu));

  it('apres six mois, la premiere demande revient (R.431-8)', () => {
    const o = pour([titre('conjoint_pluriannuelle', '2026-03-17')]);
    expect(etat(o, 'conjoint-de-francais')).toEqual({ code: 'possible', fenetre: { etat: 'selon_evenement', mois: 2 } });
  });

  it('le resident de longue duree – UE renouvelle quand il veut', () => {
    expect(etat(pour([titre('resident_ue', '2020-01-01')]), 'carte-de-resident-renouvellement')).toEqual({
      code: 'possible',
      fenetre: { etat: 'libre' },
    });
  });

  it('une demande deposee passe avant le brouillon, et dit son numero (D-09)', () => {
    const brouillon = { id: 'b', procedure: 'conjoint-de-francais-renouvellement', numero: null };
    const deposee = { id: 'd', procedure: 'conjoint-de-francais-renouvellement', numero: '5901202611220000001' };
    expect(renouvellement('2027-02-20', { enCours: [brouillon] })).toEqual({ code: 'commencee', dossierId: 'b' });
    expect(renouvellement('2027-02-20', { enCours: [brouillon, deposee] })).toEqual({
      code: 'deja_ouverte',
      dossierId: 'd',
      numero: deposee.numero,
    });
    // even out of time: what is begun can be resumed
    expect(renouvellement('2029-01-01', { enCours: [brouillon] })).toEqual({ code: 'commencee', dossierId: 'b' });
  });

  it('un motif a ses dates d’ouverture, que l’administration change', () => {
    expect(
      renouvellement('2027-02-20', { ouvertures: { 'conjoint-de-francais-renouvellement': { depuis: '2027-01-01', jusquau: null } } }),
    ).toEqual({
      code: 'pas_encore_sur_le_portail',
      depuis: '2027-01-01',
    });
    expect(
      renouvellement('2027-02-20', {
        ouvertures: { 'conjoint-de-francais-renouvellement': { depuis: '2021-01-01', jusquau: '2026-11-21' } },
      }),
    ).toEqual({
      code: 'plus_sur_le_portail',
      depuis: '2026-11-21',
    });
  });

  it('pas de duplicata d’un titre qui finit dans moins de trois mois', () => {
    const de = (fin: string) => etat(pour([titre('resident', fin)]), 'duplicata');
    expect(de('2027-02-21')).toEqual({ code: 'finit_bientot', fin: '2027-02-21' });
    expect(de('2027-02-22')).toEqual({ code: 'possible', fenetre: { etat: 'libre' } });
  });
});

describe('ce qui se demande ailleurs', () => {
  it.each([
    ['salarie', [{ motif: 'salarie', pour: 'renouvellement' }]],
    ['entrepreneur', [{ motif: 'entrepreneur', pour: 'renouvellement' }]],
    [null, [{ motif: 'autre', pour: 'renouvellement' }]],
    ['un_code_inconnu', [{ motif: 'autre', pour: 'renouvellement' }]],
    ['visiteur', [{ motif: 'autre', pour: 'renouvellement' }]],
    ['etudiant_temporaire', []],
    ['conjoint_pluriannuelle', [{ motif: 'resident_premiere', pour: 'resident' }]],
  ])('titre %s', (type, attendu) => expect(pour([titre(type, '2027-02-20')]).orientations).toEqual(attendu));
});

describe('le titre qui compte', () => {
  it('est le dernier a finir, parmi ceux qui sont tenus', () => {
    const ancien = titre('etudiant_temporaire', '2026-08-31');
    const courant = titre('conjoint_pluriannuelle', '2028-08-31', { debut: '2026-09-01' });
    const futur = titre('resident', '2038-08-31', { debut: '2028-09-01' });
    expect(titreCourant([ancien, futur, courant], JOUR)).toBe(courant);
    expect(titreCourant([ancien, { ...courant, invalideLe: JOUR }], JOUR)).toBe(ancien);
    expect(titreCourant([ancien, { ...courant, invalideLe: '2026-11-23' }], JOUR)?.type).toBe('conjoint_pluriannuelle');
  });

  it('perdu ou vole, il reste celui que l’on renouvelle ou refait', () => {
    const o = pour([titre('conjoint_pluriannuelle', '2027-02-20', { invalideLe: '2026-11-01' })]);
    expect(o.titre?.type).toBe('conjoint_pluriannuelle');
  });
});

describe('un visa qui ne remplace pas de carte', () => {
  const saisonnier = procedure(
    'saisonnier',
    { sorte: 'titre', titres: ['visa_saisonnier', 'saisonnier'] },
    { famille: 'travail', sorte: 'renouvellement', fenetre: R4315 },
  );
  const etat = (type: string) =>
    etatPour(saisonnier, { estConnu: true, titres: [titre(type, '2026-12-20')], enCours: [], ouvertures: {}, jour: JOUR });
  it('n’a pas de période comptée de sa fin : R.431-4, deux mois après l’entrée', () =>
    expect(etat('visa_saisonnier')).toEqual({ code: 'possible', fenetre: { etat: 'selon_evenement', mois: 2 } }));
  it('la carte, elle, en a une', () => expect(etat('saisonnier')).toMatchObject({ code: 'possible', fenetre: { etat: 'tardive' } }));
});
