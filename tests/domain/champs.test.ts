import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afficherReponse, type Brut, ecrireChamp, lireChamp } from '#domain/procedure/champs.ts';
import type { Champ, Reponse, Reponses } from '#domain/procedure/definition.ts';

const JOUR = '2026-11-22';
const commun = { code: 'c', libelle: 'Champ', requis: true };
const nom: Champ = { ...commun, type: 'texte', forme: 'nom', max: 20 };
const long: Champ = { ...commun, type: 'texte_long', max: 30 };
const prenoms: Champ = { ...commun, type: 'textes', ajout: 'Ajouter', max: 20 };
const choix: Champ = {
  ...commun,
  type: 'choix',
  presentation: 'liste',
  options: [
    { code: 'pere', libelle: 'Père' },
    { code: 'mere', libelle: 'Mère' },
  ],
};
const ouiNon: Champ = { ...commun, type: 'oui_non' };
const date: Champ = { ...commun, type: 'date', passee: true };
const dateLibre: Champ = { ...commun, type: 'date', passee: false };
const partielle: Champ = { ...commun, type: 'date_partielle' };
const pays: Champ = { ...commun, type: 'pays' };
const nationalites: Champ = {
  ...commun,
  type: 'nationalites',
  ajout: 'Ajouter',
  exclut: { nationalites: ['FR'], message: 'Pas pour vous.' },
};
const retenue: Champ = { ...commun, type: 'nationalite_retenue', parmi: 'nationalites', regimes: ['DZ'] };
const adresse: Champ = { ...commun, type: 'adresse' };
const telephone: Champ = { ...commun, type: 'telephone' };
const courriel: Champ = { ...commun, type: 'courriel' };
const attestation: Champ = { ...commun, type: 'attestation' };
const enfants: Champ = {
  ...commun,
  type: 'repetition',
  element: 'Enfant',
  ajout: 'Ajouter',
  max: 2,
  champs: [
    { ...commun, code: 'nom', type: 'texte', forme: 'nom', max: 20 },
    { ...commun, code: 'ne', type: 'date', passee: true },
  ],
};

const TOUS = {
  nom,
  long,
  prenoms,
  choix,
  ouiNon,
  date,
  dateLibre,
  partielle,
  pays,
  nationalites,
  retenue,
  adresse,
  telephone,
  courriel,
  attestation,
  enfants,
};

const lire = (brut: Brut, champ: Champ, reponses: Reponses = {}) =>
  lireChamp(brut, champ, champ.code, { jour: JOUR, email: 'grace.testokafor@example.org', reponses });
const j = (jour: string, mois: string, annee: string) => ({ jour, mois, annee });
const LATIN = 'Écrivez en lettres latines, comme sur la page d’identité de votre passeport.';

describe('les noms sont acceptés comme les gens les ont', () => {
  it.each([
    ['  TEST   Müller ', 'TEST Müller'],
    ["d’Alembert-O'Neil", "d’Alembert-O'Neil"],
    ['Oʻzbekiston', 'Oʻzbekiston'],
    ['Ñandú Đặng Łukasz', 'Ñandú Đặng Łukasz'],
    ['ʼAli Ḥusayn', 'ʼAli Ḥusayn'],
    ['Test 3e', 'Test 3e'],
    ['Cafe\u0301', 'Café'],
    ['A\u00a0B\tC', 'A B C'],
    ['Y', 'Y'],
  ])('« %s » devient « %s »', (brut, valeur) => expect(lire(brut, nom)).toEqual({ valeur, erreurs: [] }));

  it.each(['محمد', 'Иванов', 'Παύλος', '王小明', 'אברהם', 'Ivanоv'])('« %s » est refusé avec ce qu’il faut faire', (brut) =>
    expect(lire(brut, nom)).toEqual({ erreurs: [{ chemin: 'c', message: LATIN }] }),
  );
  it('trop long', () => expect(lire('x'.repeat(21), nom).erreurs[0]?.message).toBe('Écrivez au plus 20 caractères.'));
});

describe.each<[string, Champ, [Brut, Reponse | undefined][]]>([
  [
    'texte_long garde les lignes et les autres écritures',
    long,
    [
      ['a\nb ', 'a\nb'],
      ['مرحبا', 'مرحبا'],
    ],
  ],
  [
    'textes range et ne garde qu’une fois',
    prenoms,
    [
      [
        ['Marie ', '', 'marie', 'Marie'],
        ['Marie', 'marie'],
      ],
      [{ 0: 'A', 2: 'B' }, ['A', 'B']],
      ['Seul', ['Seul']],
    ],
  ],
  [
    'choix',
    choix,
    [
      ['pere', 'pere'],
      [' mere ', 'mere'],
    ],
  ],
  [
    'oui_non',
    ouiNon,
    [
      ['oui', 'oui'],
      ['non', 'non'],
    ],
  ],
  [
    'date',
    date,
    [
      [j('4', '3', '1990'), '1990-03-04'],
      [j(' 04', '03 ', '1990'), '1990-03-04'],
      [j('29', '2', '2024'), '2024-02-29'],
      [j('22', '11', '2026'), JOUR],
    ],
  ],
  ['date à venir permise', dateLibre, [[j('23', '11', '2026'), '2026-11-23']]],
  [
    'date_partielle',
    partielle,
    [
      [j('', '', '1990'), '1990'],
      [j('', '3', '1990'), '1990-03'],
      [j('4', '3', '1990'), '1990-03-04'],
      [j('', '11', '2026'), '2026-11'],
      [j('', '', '2026'), '2026'],
    ],
  ],
  ['pays', pays, [['CA', 'CA']]],
  [
    'nationalites',
    nationalites,
    [
      [
        ['DZ', 'CA'],
        ['DZ', 'CA'],
      ],
      [['DZ', '', 'DZ'], ['DZ']],
    ],
  ],
  [
    'telephone',
    telephone,
    [
      ['06 39 98 00 04', '0639980004'],
      ['06.39-98/00(04)', '0639980004'],
      ['+33 6 39 98 00 04', '+33639980004'],
      ['0033 639980004', '+33639980004'],
      ['+213 550 12 34 56', '+213550123456'],
    ],
  ],
  [
    'courriel ignore ce qui est tapé',
    courriel,
    [
      ['autre@example.org', 'grace.testokafor@example.org'],
      [undefined, 'grace.testokafor@example.org'],
    ],
  ],
  ['attestation', attestation, [['oui', 'oui']]],
  [
    'adresse range le code postal',
    adresse,
    [
      [
        { numero: '25 bis', voie: 'Rue de l’Église', codePostal: '59 000', ville: 'Lille' },
        { numero: '25 bis', voie: 'Rue de l’Église', complement: '', codePostal: '59000', ville: 'Lille', pays: 'France', codeInsee: '' },
      ],
    ],
  ],
  [
    'adresse de Corse',
    adresse,
    [
      [
        { voie: 'Cours Napoléon', codePostal: '20000', ville: 'Ajaccio', codeInsee: '2A004' },
        { numero: '', voie: 'Cours Napoléon', complement: '', codePostal: '20000', ville: 'Ajaccio', pays: 'France', codeInsee: '2A004' },
      ],
    ],
  ],
  ['repetition', enfants, [[{ 0: { nom: 'TESTA', ne: j('1', '2', '2015') } }, [{ nom: 'TESTA', ne: '2015-02-01' }]]]],
])('%s', (_titre, champ, cas) => {
  it.each(cas)('%j', (brut, valeur) => expect(lire(brut, champ)).toEqual({ valeur, erreurs: [] }));
});

describe.each<[string, Champ, [Brut, string, string][]]>([
  ['choix', choix, [['oncle', 'c', 'Choisissez une réponse de la liste.']]],
  ['oui_non', ouiNon, [['peut-être', 'c', 'Choisissez une réponse de la liste.']]],
  [
    'date',
    date,
    [
      [j('31', '2', '1990'), 'c.jour', 'Cette date n’existe pas dans le calendrier.'],
      [j('29', '2', '2023'), 'c.jour', 'Cette date n’existe pas dans le calendrier.'],
      [j('32', '1', '1990'), 'c.jour', 'Le jour est un nombre de 1 à 31.'],
      [j('1', '13', '1990'), 'c.mois', 'Le mois est un nombre de 1 à 12.'],
      [j('1', 'mars', '1990'), 'c.mois', 'Le mois est un nombre de 1 à 12.'],
      [j('1', '1', '90'), 'c.annee', 'Écrivez l’année en quatre chiffres, par exemple 1990.'],
      [j('1', '1', '1899'), 'c.annee', 'Vérifiez l’année : elle est trop ancienne.'],
      [j('23', '11', '2026'), 'c.annee', 'Cette date est dans le futur.'],
      [j('', '1', '1990'), 'c.jour', 'Indiquez le jour.'],
      [j('1', '', '1990'), 'c.mois', 'Indiquez le mois.'],
    ],
  ],
  [
    'date_partielle',
    partielle,
    [
      [j('4', '', '1990'), 'c.mois', 'Indiquez le mois, ou laissez aussi le jour vide.'],
      [j('', '3', ''), 'c.annee', 'Écrivez l’année en quatre chiffres, par exemple 1990.'],
      [j('', '12', '2026'), 'c.annee', 'Cette date est dans le futur.'],
      [j('', '', '2027'), 'c.annee', 'Cette date est dans le futur.'],
    ],
  ],
  ['pays', pays, [['ZZ', 'c', 'Choisissez une réponse de la liste.']]],
  [
    'nationalites',
    nationalites,
    [
      [['DZ', 'FR'], 'c.0', 'Pas pour vous.'],
      [['DZ', 'ZZ'], 'c.1', 'Choisissez une réponse de la liste.'],
    ],
  ],
  ['textes', prenoms, [[['Grace', 'Мария'], 'c.1', LATIN]]],
  [
    'telephone',
    telephone,
    [
      ['12', 'c', 'Écrivez un numéro de téléphone de 10 chiffres, ou précédé de l’indicatif du pays, par exemple +33 6 39 98 00 00.'],
      [
        '06 39 98 00 0x',
        'c',
        'Écrivez un numéro de téléphone de 10 chiffres, ou précédé de l’indicatif du pays, par exemple +33 6 39 98 00 00.',
      ],
    ],
  ],
  [
    'attestation',
    attestation,
    [
      [undefined, 'c', 'Cochez cette case pour continuer.'],
      ['non', 'c', 'Cochez cette case pour continuer.'],
    ],
  ],
  [
    'adresse',
    adresse,
    [
      [{ voie: 'Rue', codePostal: '5900', ville: 'Lille' }, 'c.codePostal', 'Le code postal comporte 5 chiffres.'],
      [{ codePostal: '59000', ville: 'Lille' }, 'c.voie', 'Indiquez la voie, par exemple « rue Nationale ».'],
      [{ voie: 'Rue', codePostal: '59000' }, 'c.ville', 'Indiquez la ville.'],
      [{ voie: 'Улица', codePostal: '59000', ville: 'Lille' }, 'c.voie', 'Écrivez l’adresse en lettres latines.'],
      [
        { voie: 'Rue', codePostal: '59000', ville: 'Lille', codeInsee: '593' },
        'c.codeInsee',
        'Le code INSEE comporte 5 caractères. Vous pouvez le laisser vide.',
      ],
    ],
  ],
  [
    'repetition',
    enfants,
    [
      [{ 0: { nom: '', ne: j('1', '2', '2015') } }, 'c.0.nom', 'Renseignez « Champ ».'],
      [{ 0: {}, 1: {}, 2: {} }, 'c.ajouter', 'Vous pouvez en indiquer au plus 2.'],
    ],
  ],
])('%s refuse', (_type, champ, cas) => {
  it.each(cas)('%j', (brut, chemin, message) => {
    const lecture = lire(brut, champ);
    expect(lecture.valeur).toBeUndefined();
    expect(lecture.erreurs).toContainEqual({ chemin, message });
  });
});

describe('laissé vide', () => {
  const sansSaisie = Object.entries(TOUS).filter(([, c]) => c.type !== 'courriel');
  it.each(sansSaisie)('%s obligatoire dit quoi faire, une fois, sur un champ du formulaire', (_nom, champ) => {
    const { valeur, erreurs } = lire(undefined, champ);
    expect(valeur).toBeUndefined();
    expect(erreurs).toHaveLength(1);
    expect(erreurs[0]?.chemin).toMatch(/^c(\.\w+)?$/);
    expect(erreurs[0]?.message).toMatch(/\.$/);
  });
  it.each(sansSaisie)('%s facultatif ne dit rien', (_nom, champ) =>
    expect(lire(undefined, { ...champ, requis: false })).toEqual({ erreurs: [] }),
  );
  it.each(Object.entries(TOUS))('%s survit à une saisie de n’importe quelle forme', (_nom, champ) =>
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (brut) => {
        // what a form may carry: texts, lists, objects
        const formes = JSON.parse(JSON.stringify(brut, (_c, v) => (typeof v === 'number' || typeof v === 'boolean' ? String(v) : v)));
        const { valeur, erreurs } = lire(formes, champ);
        return valeur === undefined || erreurs.length === 0;
      }),
    ),
  );
});

describe('la nationalité retenue', () => {
  it('est une de celles qui sont données', () => {
    expect(lire('DZ', retenue, { nationalites: ['DZ', 'CA'] }).valeur).toBe('DZ');
    expect(lire('TN', retenue, { nationalites: ['DZ', 'CA'] }).erreurs[0]?.message).toBe('Choisissez une réponse de la liste.');
  });
});

describe('écrire puis relire rend la même réponse', () => {
  const jours = fc
    .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-11-22T00:00:00Z'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const mot = fc.stringMatching(/^[A-Za-zéèçÉ'’-]{1,12}( [A-Za-z0-9]{1,5})?$/).map((m) => m.normalize('NFC'));
  const cas: [string, Champ, fc.Arbitrary<Reponse>][] = [
    ['texte', nom, mot],
    ['texte_long', long, mot],
    ['textes', prenoms, fc.uniqueArray(mot, { minLength: 1, maxLength: 4 })],
    ['choix', choix, fc.constantFrom('pere', 'mere')],
    ['oui_non', ouiNon, fc.constantFrom('oui', 'non')],
    ['date', date, jours],
    ['date_partielle', partielle, fc.tuple(jours, fc.constantFrom(4, 7, 10)).map(([jour, n]) => jour.slice(0, n))],
    ['pays', pays, fc.constantFrom('CA', 'DZ', 'NG')],
    ['nationalites', nationalites, fc.uniqueArray(fc.constantFrom('CA', 'DZ', 'NG'), { minLength: 1 })],
    ['nationalite_retenue', retenue, fc.constantFrom('CA', 'DZ')],
    ['telephone', telephone, fc.stringMatching(/^\+?[1-9]\d{7,14}$/)],
    ['courriel', courriel, fc.constant('grace.testokafor@example.org')],
    ['attestation', attestation, fc.constant('oui')],
    [
      'adresse',
      adresse,
      fc.record({
        numero: fc.constantFrom('', '3', '25 bis'),
        voie: mot,
        complement: fc.constantFrom('', 'Bât. B'),
        codePostal: fc.stringMatching(/^\d{5}$/),
        ville: mot,
        pays: fc.constant('France'),
        codeInsee: fc.constantFrom('', '59350', '2A004'),
      }),
    ],
    ['repetition', enfants, fc.array(fc.record({ nom: mot, ne: jours }), { minLength: 1, maxLength: 2 })],
  ];
  it.each(cas)('%s', (_type, champ, reponses) =>
    fc.assert(
      fc.property(reponses, (reponse) => {
        const relue = lire(ecrireChamp(reponse, champ), champ, { nationalites: ['CA', 'DZ'] });
        expect(relue).toEqual({ valeur: reponse, erreurs: [] });
      }),
    ),
  );
  it.each(Object.entries(TOUS).filter(([, c]) => c.type !== 'courriel'))('%s sans réponse donne une saisie vide', (_nom, champ) =>
    expect(lire(ecrireChamp(undefined, champ), { ...champ, requis: false }).valeur).toBeUndefined(),
  );
});

describe('une réponse se lit', () => {
  it.each<[Champ, Reponse, string]>([
    [choix, 'pere', 'Père'],
    [ouiNon, 'oui', 'Oui'],
    [ouiNon, 'non', 'Non'],
    [date, '1990-03-04', '04/03/1990'],
    [partielle, '2008', '2008'],
    [partielle, '2008-03', '03/2008'],
    [partielle, '2008-03-12', '12/03/2008'],
    [pays, 'CA', 'Canada'],
    [prenoms, ['Marie', 'Louise'], 'Marie, Louise'],
    [attestation, 'oui', 'Oui'],
    [
      adresse,
      { numero: '3', voie: 'Rue de Lille', complement: 'Bât. B', codePostal: '59200', ville: 'Tourcoing', pays: 'France', codeInsee: '' },
      '3 Rue de Lille, Bât. B, 59200 Tourcoing, France',
    ],
    [enfants, [{ nom: 'TESTA', ne: '2015-02-01' }, { nom: 'TESTB' }], 'Enfant 1 : TESTA, 01/02/2015 ; Enfant 2 : TESTB'],
  ])('%#', (champ, reponse, texte) => expect(afficherReponse(reponse, champ)).toBe(texte));
  it('une option disparue garde son code plutôt que de se taire', () => expect(afficherReponse('oncle', choix)).toBe('oncle'));
});

describe('un nombre', () => {
  const taille: Champ = { ...commun, type: 'nombre', min: 30, max: 250, unite: 'cm' };
  it.each([
    ['176', '176'],
    [' 1 76 ', '176'],
    ['030', '30'],
    ['250', '250'],
  ])('%j est lu %s', (tape, lu) => expect(lire(tape, taille)).toEqual({ valeur: lu, erreurs: [] }));
  it.each([
    ['29', 'Écrivez un nombre de 30 à 250 cm.'],
    ['251', 'Écrivez un nombre de 30 à 250 cm.'],
    ['1,76', 'Écrivez un nombre entier, en chiffres.'],
    ['-40', 'Écrivez un nombre entier, en chiffres.'],
    ['1e2', 'Écrivez un nombre entier, en chiffres.'],
    ['١٧٦', 'Écrivez un nombre entier, en chiffres.'],
    ['9999999999', 'Écrivez un nombre entier, en chiffres.'],
    ['', 'Renseignez « Champ ».'],
  ])('%j est refusé', (tape, message) => expect(lire(tape, taille)).toEqual({ erreurs: [{ chemin: 'c', message }] }));
  it('se lit avec son unité', () => expect(afficherReponse('176', taille)).toBe('176 cm'));
});

describe('des cases', () => {
  const cases: Champ = {
    ...commun,
    type: 'cases',
    options: [
      { code: 'mariage', libelle: 'Mariage' },
      { code: 'naissance', libelle: 'Naissance' },
    ],
  };
  it.each<[string, Brut, string[]]>([
    ['une', { mariage: 'oui' }, ['mariage']],
    ['deux, dans l’ordre des questions', { naissance: 'oui', mariage: 'oui' }, ['mariage', 'naissance']],
    ['une liste', ['naissance'], ['naissance']],
    ['une inconnue est laissée', { naissance: 'oui', guerre: 'oui' }, ['naissance']],
  ])('%s', (_quoi, tape, lues) => expect(lire(tape, cases)).toEqual({ valeur: lues, erreurs: [] }));
  it.each<[string, Brut]>([
    ['aucune', {}],
    ['rien', undefined],
    ['décochée', { mariage: 'non' }],
    ['seulement une inconnue', ['guerre']],
  ])('%s : l’erreur mène à la première case', (_quoi, tape) =>
    expect(lire(tape, cases)).toEqual({ erreurs: [{ chemin: 'c.mariage', message: 'Cochez au moins une case.' }] }),
  );
  it('se relisent et s’écrivent', () => {
    expect(ecrireChamp(['naissance'], cases)).toEqual({ naissance: 'oui' });
    expect(afficherReponse(['mariage', 'naissance'], cases)).toBe('Mariage ; Naissance');
  });
});

describe('un fait connu', () => {
  const connu: Champ = { ...commun, type: 'connu', fait: 'titre_type' };
  const contexte = { jour: JOUR, email: '', reponses: {}, connues: { c: 'etudiant_temporaire' } };
  it('vient du registre, jamais de ce qui est tapé', () =>
    expect(lireChamp('resident', connu, 'c', contexte)).toEqual({ valeur: 'etudiant_temporaire', erreurs: [] }));
  it('inconnu reste absent, sans erreur, quoi que l’on tape', () =>
    expect(lireChamp('resident', connu, 'c', { ...contexte, connues: {} })).toEqual({ erreurs: [] }));
  it('se lit en toutes lettres', () => {
    expect(afficherReponse('etudiant_temporaire', connu)).toBe('Carte de séjour temporaire – Étudiant');
    expect(afficherReponse('2027-02-14', { ...connu, fait: 'titre_fin' })).toBe('14/02/2027');
    expect(afficherReponse('5999000012', { ...connu, fait: 'numero_etranger' })).toBe('5999000012');
    expect(afficherReponse('mention_inconnue', connu)).toBe('mention_inconnue');
  });
});

describe('un SIRET', () => {
  const siret: Champ = { ...commun, type: 'texte', forme: 'siret', max: 14 };
  it.each([
    ['73282932000074', '73282932000074'],
    ['732 829 320 00074', '73282932000074'],
    // La Poste: another key
    ['35600000000048', '35600000000048'],
  ])('%s est accepté', (tape, lu) => expect(lire(tape, siret)).toEqual({ valeur: lu, erreurs: [] }));
  it.each(['73282932000075', '7328293200007', '732829320000740', '35600000000002'])('%s est refusé', (tape) =>
    expect(lire(tape, siret)).toEqual({
      erreurs: [{ chemin: 'c', message: 'Ce numéro SIRET n’existe pas : il comporte 14 chiffres, vérifiez-les.' }],
    }),
  );
  it('n’accepte que des chiffres', () =>
    expect(lire('ABC', siret)).toEqual({ erreurs: [{ chemin: 'c', message: 'Écrivez seulement des chiffres.' }] }));
});

describe('des chiffres', () => {
  const chiffres: Champ = { ...commun, type: 'texte', forme: 'chiffres', max: 10 };
  it.each([
    ['0123456789', '0123456789'],
    ['01 23-45.67 89', '0123456789'],
  ])('%s garde ses zéros', (tape, lu) => expect(lire(tape, chiffres)).toEqual({ valeur: lu, erreurs: [] }));
  it.each([
    ['01234567890', 'Écrivez au plus 10 chiffres.'],
    ['12A', 'Écrivez seulement des chiffres.'],
    ['', 'Renseignez « Champ ».'],
  ])('%j est refusé', (tape, message) => expect(lire(tape, chiffres)).toEqual({ erreurs: [{ chemin: 'c', message }] }));
});
