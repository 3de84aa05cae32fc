import { describe, expect, it } from 'vitest';
import type { ModePiece, ModePieceSimple, PieceDemandee, Reponses } from '#domain/procedure/definition.ts';
import { consigne, emplacements, estDonnee, piecesAttendues, piecesManquantes, validiteADire } from '#domain/procedure/pieces.ts';
import { enVigueur } from '#domain/publication/vigueur.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';

const JOUR = '2026-11-22';
const liste = (version: number) => {
  const trouvee = v1.listes.find((l) => l.version === version);
  if (!trouvee) throw new Error(`liste ${version}`);
  return trouvee;
};
const attendues = (reponses: Reponses, version = 1, moment: PieceDemandee['moment'] = 'depot') =>
  piecesAttendues(liste(version).pieces, { reponses, jour: JOUR }, moment);
const codes = (reponses: Reponses, version = 1) => attendues(reponses, version).map((a) => `${a.piece.code} ${a.exigence}`);
const requises = (...liste: string[]) => liste.map((code) => `${code} requise`);

const MAJEUR = { date_naissance: '1990-03-04' };
const JEUNE = { date_naissance: '2008-03-04' };

describe('les pièces de « enfant de Français » (tableau de l’inventaire, liste de 2022)', () => {
  it.each<[string, Reponses, string[]]>([
    [
      'cas 1, plus de 21 ans',
      { ...MAJEUR, nationalites: ['CA'] },
      requises(
        'ephoto',
        'nationalite',
        'visa_long_sejour',
        'domicile',
        'nationalite_parent',
        'filiation',
        'ressources_parent',
        'absence_ressources',
      ),
    ],
    [
      'cas 1, moins de 21 ans',
      { ...JEUNE, nationalites: ['CA'] },
      requises('ephoto', 'nationalite', 'visa_long_sejour', 'domicile', 'nationalite_parent', 'filiation'),
    ],
    [
      'cas 1, le jour des 21 ans',
      { date_naissance: '2005-11-22', nationalites: ['CA'] },
      requises('ephoto', 'nationalite', 'visa_long_sejour', 'domicile', 'nationalite_parent', 'filiation'),
    ],
    [
      'cas 2, Algérie, plus de 21 ans',
      { ...MAJEUR, nationalites: ['DZ'] },
      requises(
        'ephoto',
        'nationalite',
        'sejour_regulier',
        'domicile',
        'nationalite_parent',
        'filiation',
        'ressources_parent',
        'absence_ressources',
      ),
    ],
    [
      'cas 2, Tunisie, moins de 21 ans',
      { ...JEUNE, nationalites: ['TN'] },
      requises('ephoto', 'nationalite', 'sejour_regulier', 'domicile', 'nationalite_parent', 'filiation'),
    ],
    [
      'deux nationalités, l’algérienne retenue',
      { ...JEUNE, nationalites: ['DZ', 'CA'], nationalite_retenue: 'DZ' },
      requises('ephoto', 'nationalite', 'sejour_regulier', 'domicile', 'nationalite_parent', 'filiation'),
    ],
    [
      'deux nationalités, l’autre retenue',
      { ...JEUNE, nationalites: ['DZ', 'CA'], nationalite_retenue: 'CA' },
      requises('ephoto', 'nationalite', 'visa_long_sejour', 'domicile', 'nationalite_parent', 'filiation'),
    ],
  ])('%s', (_cas, reponses, attendu) => expect(codes(reponses)).toEqual(attendu));

  it('né(e) en 2005, sans autre précision : les ressources sont montrées sans obliger (D-17)', () =>
    expect(codes({ date_naissance: '2005', nationalites: ['CA'] }).slice(-2)).toEqual([
      'ressources_parent a_confirmer',
      'absence_ressources a_confirmer',
    ]));

  it('deux nationalités sans choix : les deux justificatifs sont montrés sans obliger', () => {
    const flou = codes({ ...JEUNE, nationalites: ['DZ', 'CA'] });
    expect(flou).toContain('visa_long_sejour a_confirmer');
    expect(flou).toContain('sejour_regulier a_confirmer');
  });

  it('depuis 2024 s’y ajoute le contrat d’engagement, sauf pour l’Algérie (D-13)', () => {
    expect(codes({ ...JEUNE, nationalites: ['CA'] }, 2)).toContain('contrat_engagement requise');
    expect(codes({ ...JEUNE, nationalites: ['TN'] }, 2)).toContain('contrat_engagement requise');
    expect(codes({ ...JEUNE, nationalites: ['DZ'] }, 2)).not.toContain('contrat_engagement requise');
  });

  it('à la remise : le timbre et le certificat médical, jamais au dépôt', () =>
    expect(attendues(MAJEUR, 2, 'remise').map((a) => a.piece.code)).toEqual(['timbre', 'certificat_medical']));

  it('portent les libellés et les groupes du tableau', () =>
    expect(
      liste(1)
        .pieces.filter((p) => p.moment === 'depot')
        .map((p) => `${p.groupe} | ${p.libelle} | ${p.mode.sorte}`),
    ).toEqual([
      'Informations personnelles | Photographie d’identité récente | code',
      'Informations personnelles | Justificatif de nationalité | un_parmi',
      'Informations personnelles | Justificatif de visa de long séjour en cours de validité | unique',
      'Informations personnelles | Justificatif de séjour régulier | unique',
      'Domiciliation | Justificatif de domicile datant de moins de 6 mois | variante',
      'Motif de séjour | Justificatif de nationalité française du parent | un_parmi',
      'Motif de séjour | Justificatif de filiation avec le parent | unique',
      'Motif de séjour | Justificatif de ressources du parent français | un_parmi',
      'Motif de séjour | Justificatif de votre absence de ressources | au_moins_un',
    ]));
});

describe('la liste en vigueur', () => {
  it.each([
    ['2022-08-31', undefined],
    ['2022-09-01', 1],
    ['2024-07-16', 1],
    ['2024-07-17', 2],
    ['2030-01-01', 2],
  ])('le %s', (jour, version) => expect(enVigueur(v1.listes, jour)?.version).toBe(version));
  it('le même jour, la dernière version l’emporte, quel que soit l’ordre', () => {
    const meme = [2, 1].map((version) => ({ ...liste(1), version }));
    expect([enVigueur(meme, JOUR)?.version, enVigueur(meme.toReversed(), JOUR)?.version]).toEqual([2, 2]);
  });
});

const piece = (code: string) => {
  const trouvee = liste(2).pieces.find((p) => p.code === code);
  if (!trouvee) throw new Error(code);
  return trouvee;
};

describe('le domicile, selon où la personne habite (S-135 à S-137)', () => {
  const domicile = piece('domicile');
  it.each<[string | null, string[]]>([
    [null, []],
    ['inconnue', []],
    ['personnel', ['document']],
    ['hotel', ['attestation_hotelier', 'facture_hotel']],
    ['particulier', ['attestation_hebergeant', 'identite_hebergeant', 'domicile_hebergeant']],
  ])('%s', (variante, places) => expect(emplacements(domicile, variante).map((e) => e.code)).toEqual(places));

  it.each<[string | null, string[], boolean]>([
    [null, [], false],
    [null, ['document'], false],
    ['personnel', ['document'], true],
    ['personnel', [], false],
    ['hotel', ['attestation_hotelier'], false],
    ['hotel', ['facture_hotel', 'attestation_hotelier'], true],
    ['hotel', ['document'], false],
    ['particulier', ['attestation_hebergeant', 'identite_hebergeant'], true],
    ['particulier', ['identite_hebergeant', 'domicile_hebergeant'], false],
  ])('%s avec %j', (variante, places, donnee) =>
    expect(estDonnee(domicile, { code: 'domicile', variante, emplacements: places }, {})).toBe(donnee),
  );
});

describe('chaque mode sait où vont ses fichiers et quand il suffit', () => {
  const simple: [ModePieceSimple, string[], string][] = [
    [{ sorte: 'unique', document: 'A' }, ['document'], 'Veuillez joindre le justificatif suivant :'],
    [{ sorte: 'un_parmi', choix: ['A', 'B'] }, ['document'], 'Veuillez joindre un des justificatifs suivants :'],
    [{ sorte: 'au_moins_un', choix: ['A', 'B'] }, ['document'], 'Veuillez joindre au moins un des justificatifs suivants :'],
    [{ sorte: 'libre', document: 'A' }, ['document'], 'Vous pouvez le prouver par tout moyen :'],
    [{ sorte: 'formulaire_signe', modele: 'm', document: 'A' }, ['document'], 'Téléchargez le modèle, signez-le, puis joignez-le :'],
    [{ sorte: 'cumul', document: 'A.', choix: ['B'] }, ['document'], 'A. Vous pouvez joindre plusieurs justificatifs :'],
    [
      {
        sorte: 'tous',
        elements: [
          { code: 'a', document: 'A' },
          { code: 'b', document: 'B', siConcerne: true },
        ],
      },
      ['a', 'b'],
      'Veuillez joindre les justificatifs suivants :',
    ],
    [
      { sorte: 'par_periode', periode: 'semestre', nombre: 2, document: 'A' },
      ['semestre_1', 'semestre_2'],
      'Veuillez joindre un document par semestre :',
    ],
  ];
  const avec = (mode: ModePiece): PieceDemandee => ({ ...piece('filiation'), mode });
  it.each(simple)('%j', (mode, places, phrase) => {
    expect(emplacements(avec(mode), null).map((e) => e.code)).toEqual(places);
    expect(consigne(mode).phrase).toBe(phrase);
    const requis = emplacements(avec(mode), null)
      .filter((e) => e.requis)
      .map((e) => e.code);
    const donnee = (codes: string[]) => estDonnee(avec(mode), { code: 'filiation', emplacements: codes }, {});
    expect(donnee(requis)).toBe(true);
    for (const absent of requis) expect(donnee(requis.filter((r) => r !== absent))).toBe(false);
  });
  it('un code se confirme, sans fichier', () => {
    const ephoto = piece('ephoto');
    expect(emplacements(ephoto, null)).toEqual([]);
    expect(estDonnee(ephoto, { code: 'ephoto', valeur: 'ABC', emplacements: [] }, {})).toBe(true);
    expect(estDonnee(ephoto, { code: 'ephoto', valeur: '', emplacements: ['document'] }, {})).toBe(false);
    expect(estDonnee(ephoto, undefined, {})).toBe(false);
  });
  it('une déclaration se lit dans les réponses', () => {
    const declaree = avec({ sorte: 'declaration', champ: 'sur_l_honneur' });
    expect(estDonnee(declaree, undefined, { sur_l_honneur: 'oui' })).toBe(true);
    expect(estDonnee(declaree, undefined, {})).toBe(false);
  });
});

describe('ce qui manque', () => {
  it('ne compte ni le facultatif, ni ce qui reste à confirmer', () => {
    const liste = attendues({ date_naissance: '2005', nationalites: ['CA'] });
    const [premiere, ...reste] = liste;
    if (!premiere) throw new Error('liste vide');
    const facultative = [{ ...premiere, exigence: 'facultative' as const }, ...reste];
    expect(piecesManquantes(facultative, [], {}).map((p) => p.code)).toEqual([
      'nationalite',
      'visa_long_sejour',
      'domicile',
      'nationalite_parent',
      'filiation',
    ]);
  });
  it('se réduit à mesure que l’on donne', () => {
    const liste = attendues({ ...JEUNE, nationalites: ['CA'] });
    const donnees = [
      { code: 'ephoto', valeur: 'X', emplacements: [] },
      ...['nationalite', 'visa_long_sejour', 'nationalite_parent', 'filiation'].map((code) => ({ code, emplacements: ['document'] })),
    ];
    expect(piecesManquantes(liste, donnees, {}).map((p) => p.code)).toEqual(['domicile']);
    expect(piecesManquantes(liste, [...donnees, { code: 'domicile', variante: 'personnel', emplacements: ['document'] }], {})).toEqual([]);
  });
});

describe('la validité d’un justificatif se dit', () => {
  const piece = { libelle: 'Acte de mariage', mode: { sorte: 'unique', document: 'Copie intégrale' }, validiteMois: 3 } as const;

  it('quand ses mots ne la disent pas', () => {
    expect(validiteADire(piece)).toBe(3);
    expect(validiteADire({ ...piece, aide: 'Elle vous coûte moins de dix euros.' })).toBe(3);
  });

  it.each([
    { libelle: 'Justificatif de domicile datant de moins de 6 mois' },
    { aide: 'De moins de trois mois.' },
    { mode: { sorte: 'unique', document: 'Attestation de moins d’un an' } as const },
  ])('une seule fois : %o', (dite) => {
    expect(validiteADire({ ...piece, ...dite })).toBeUndefined();
  });

  it('jamais quand la liste n’en a pas', () => {
    expect(validiteADire({ ...piece, validiteMois: undefined })).toBeUndefined();
  });
});
