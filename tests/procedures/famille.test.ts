// Family grounds and citizens of the Union: who is asked what, what they are given, what silence means (C05 to C09, C11).
import { describe, expect, it } from 'vitest';
import { elaguer, saisieInitiale, validerEtape } from '#domain/procedure/compile.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import { piecesAttendues } from '#domain/procedure/pieces.ts';
import { feuilleDe } from '#domain/procedure/situation.ts';
import { silenceDe, tarifDe, titreAccorde, travailAutorise } from '#domain/procedure/suites.ts';
import { enVigueur } from '#domain/publication/vigueur.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { ENTREES } from '#procedures/situations.ts';

const JOUR = '2026-11-22';

function procedure(slug: string): Procedure {
  const trouvee = procedureActuelle(slug);
  if (!trouvee) throw new Error(slug);
  return trouvee;
}

/** The answers of the worked example with some changed, without those whose question has gone. */
function reponsesDe(p: Procedure, changees: Reponses): Reponses {
  return elaguer(etapesAChamps(p), { ...p.exemple.reponses, ...changees }, { jour: JOUR, email: 'usager.test@example.org' });
}

/** What a person must give at the deposit, and what they may. */
function demandees(p: Procedure, changees: Reponses): { requises: string[]; facultatives: string[] } {
  const pieces = enVigueur(p.listes, JOUR)?.pieces ?? [];
  const attendues = piecesAttendues(pieces, { reponses: reponsesDe(p, changees), jour: JOUR }, 'depot');
  const codes = (requise: boolean) => attendues.filter((a) => (a.exigence === 'requise') === requise).map((a) => a.piece.code);
  return { requises: codes(true), facultatives: codes(false) };
}

const aLaRemise = (p: Procedure, changees: Reponses): string[] =>
  piecesAttendues(enVigueur(p.listes, JOUR)?.pieces ?? [], { reponses: reponsesDe(p, changees), jour: JOUR }, 'remise').map(
    (a) => a.piece.code,
  );

const PIECES: [string, string, Reponses, string[]][] = [
  [
    'conjoint-de-francais',
    'entrée avec un visa',
    {},
    [
      'ephoto',
      'nationalite',
      'etat_civil',
      'visa_long_sejour',
      'domicile',
      'mariage',
      'nationalite_conjoint',
      'vie_commune',
      'contrat_engagement',
    ],
  ],
  [
    'conjoint-de-francais',
    'entrée régulière, mariage en France',
    { fondement_conjoint: 'entree_reguliere', conjoint_pays_mariage: 'FR' },
    [
      'ephoto',
      'nationalite',
      'etat_civil',
      'entree_reguliere',
      'domicile',
      'mariage',
      'nationalite_conjoint',
      'vie_commune',
      'contrat_engagement',
    ],
  ],
  [
    'conjoint-de-francais',
    'Algérienne mariée en Algérie, visa de court séjour : ni visa long, ni contrat',
    { nationalites: ['DZ'], fondement_conjoint: 'entree_reguliere', conjoint_pays_mariage: 'DZ' },
    ['ephoto', 'nationalite', 'etat_civil', 'entree_reguliere', 'domicile', 'mariage', 'nationalite_conjoint', 'vie_commune'],
  ],
  [
    'conjoint-de-francais',
    'après des violences : une preuve, pas de vie commune',
    { vie_commune_rompue: 'violences' },
    [
      'ephoto',
      'nationalite',
      'etat_civil',
      'visa_long_sejour',
      'domicile',
      'mariage',
      'nationalite_conjoint',
      'rupture',
      'contrat_engagement',
    ],
  ],
  [
    'conjoint-de-francais-renouvellement',
    'C05, après le visa qui valait titre',
    {},
    [
      'ephoto',
      'titre_actuel',
      'nationalite',
      'etat_civil',
      'domicile',
      'mariage',
      'nationalite_conjoint',
      'vie_commune',
      'niveau_francais',
      'examen_civique',
      'contrat_engagement',
    ],
  ],
  [
    'conjoint-de-francais-renouvellement',
    'carte pluriannuelle, veuve : ni état civil, ni examen, mais la résidence',
    { titre_type: 'conjoint_pluriannuelle', vie_commune_rompue: 'deces' },
    [
      'ephoto',
      'titre_actuel',
      'nationalite',
      'domicile',
      'mariage',
      'nationalite_conjoint',
      'rupture',
      'residence_habituelle',
      'contrat_engagement',
    ],
  ],
  [
    'conjoint-de-francais-renouvellement',
    'certificat algérien',
    { nationalites: ['DZ'], titre_type: 'algerien_conjoint' },
    ['ephoto', 'titre_actuel', 'nationalite', 'domicile', 'mariage', 'nationalite_conjoint', 'vie_commune'],
  ],
  [
    'conjoint-de-francais-renouvellement',
    'carte de résident demandée à plus de 65 ans : l’examen, pas la langue',
    { titre_type: 'conjoint_pluriannuelle', demande_resident: 'oui', date_naissance: '1961-11-20' },
    [
      'ephoto',
      'titre_actuel',
      'nationalite',
      'domicile',
      'mariage',
      'nationalite_conjoint',
      'vie_commune',
      'examen_civique',
      'residence_habituelle',
      'contrat_engagement',
    ],
  ],
  [
    'parent-d-enfant-francais',
    'C07, le père a reconnu l’enfant',
    {},
    [
      'ephoto',
      'nationalite',
      'etat_civil',
      'domicile',
      'nationalite_enfant',
      'filiation_enfant',
      'contrib_demandeur',
      'contrib_auteur',
      'residence_enfant',
      'contrat_engagement',
    ],
  ],
  [
    'parent-d-enfant-francais',
    'le demandeur est l’auteur de la reconnaissance',
    { enfant_reconnaissance: 'demandeur' },
    [
      'ephoto',
      'nationalite',
      'etat_civil',
      'domicile',
      'nationalite_enfant',
      'filiation_enfant',
      'contrib_demandeur',
      'residence_enfant',
      'contrat_engagement',
    ],
  ],
  [
    'parent-d-enfant-francais',
    'Algérienne : autorité parentale ou entretien, sans le second parent',
    { nationalites: ['DZ'] },
    ['ephoto', 'nationalite', 'etat_civil', 'domicile', 'nationalite_enfant', 'filiation_enfant', 'autorite_parentale', 'residence_enfant'],
  ],
  [
    'parent-d-enfant-francais',
    'Tunisienne en séjour régulier : l’accord',
    { nationalites: ['TN'], en_sejour_regulier: 'oui' },
    [
      'ephoto',
      'nationalite',
      'etat_civil',
      'sejour_regulier',
      'domicile',
      'nationalite_enfant',
      'filiation_enfant',
      'autorite_parentale',
      'residence_enfant',
      'contrat_engagement',
    ],
  ],
  [
    'parent-d-enfant-francais',
    'Tunisienne sans séjour régulier : le droit commun',
    { nationalites: ['TN'], en_sejour_regulier: 'non', enfant_reconnaissance: 'aucune' },
    [
      'ephoto',
      'nationalite',
      'etat_civil',
      'domicile',
      'nationalite_enfant',
      'filiation_enfant',
      'contrib_demandeur',
      'residence_enfant',
      'contrat_engagement',
    ],
  ],
  [
    'parent-d-enfant-francais-renouvellement',
    'après la carte d’un an',
    {},
    [
      'ephoto',
      'titre_actuel',
      'nationalite',
      'domicile',
      'nationalite_enfant',
      'filiation_enfant',
      'contrib_demandeur',
      'contrib_auteur',
      'residence_enfant',
      'niveau_francais',
      'examen_civique',
      'contrat_engagement',
    ],
  ],
  [
    'ascendant-de-francais',
    'C08, à la charge de sa fille',
    {},
    [
      'ephoto',
      'nationalite',
      'etat_civil',
      'visa_long_sejour',
      'domicile',
      'nationalite_enfant',
      'lien_ascendant',
      'charge_asc',
      'abs_ress_asc',
      'contrat_engagement',
    ],
  ],
  [
    'ascendant-de-francais',
    'Tunisien, à la charge de son gendre français',
    { nationalites: ['TN'], a_charge_de: 'conjoint_enfant' },
    [
      'ephoto',
      'nationalite',
      'etat_civil',
      'sejour_regulier',
      'domicile',
      'nationalite_conjoint_enfant',
      'lien_ascendant',
      'mariage_enfant',
      'charge_asc',
      'abs_ress_asc',
      'contrat_engagement',
    ],
  ],
  ['ne-en-france', 'C09', {}, ['ephoto', 'nationalite', 'etat_civil', 'domicile', 'presence_8ans', 'scolarite_5ans', 'contrat_engagement']],
  [
    'ne-en-france-renouvellement',
    'carte d’un an : les pièces communes seulement',
    {},
    ['ephoto', 'titre_actuel', 'nationalite', 'domicile', 'contrat_engagement'],
  ],
  [
    'regroupement-familial',
    'conjoint',
    {},
    [
      'ephoto',
      'nationalite',
      'etat_civil',
      'visa_long_sejour',
      'domicile',
      'decision_rf',
      'titre_rejoint',
      'vie_commune',
      'contrat_engagement',
    ],
  ],
  [
    'regroupement-familial',
    'enfant de 18 ans, algérien',
    { nationalites: ['DZ'], lien_regroupement: 'enfant', date_naissance: '2008-05-02', situation_familiale: 'celibataire' },
    ['ephoto', 'nationalite', 'etat_civil', 'entree_regroupement', 'domicile', 'decision_rf', 'titre_rejoint'],
  ],
  [
    'regroupement-familial-renouvellement',
    'séparée depuis la carte : ni vie commune, ni preuve de rupture',
    { titre_type: 'regroupement_pluriannuelle', vie_commune_rompue: 'separation' },
    ['ephoto', 'titre_actuel', 'nationalite', 'domicile', 'titre_rejoint', 'residence_habituelle', 'contrat_engagement'],
  ],
  ['ue-sejour-permanent-renouvellement', 'C11', {}, ['ephoto', 'identite_ue', 'domicile_ue', 'presence_ue']],
  ['ue-sejour-permanent', 'cinq ans', {}, ['ephoto', 'identite_ue', 'domicile_ue', 'continuite_5ans', 'droit_sejour_ue']],
  [
    'ue-sejour-permanent',
    'retraite avant cinq ans',
    { voie_permanent: 'retraite' },
    ['ephoto', 'identite_ue', 'domicile_ue', 'fin_activite_ue'],
  ],
  [
    'ue-sejour-permanent',
    'épouse indienne',
    { nationalites: ['IN'], qualite_ue: 'famille', lien_ue: 'conjoint' },
    ['ephoto', 'identite_ue', 'domicile_ue', 'continuite_5ans', 'lien_ue', 'droit_sejour_accueillant'],
  ],
  ['citoyen-ue', 'salariée', {}, ['ephoto', 'identite_ue', 'domicile_ue', 'emploi_ue']],
  [
    'citoyen-ue',
    'étudiante',
    { situation_ue: 'etudiant' },
    ['ephoto', 'identite_ue', 'domicile_ue', 'inscription_etudes', 'assurance_maladie', 'declaration_ressources_ue'],
  ],
  ['citoyen-ue', 'retraitée', { situation_ue: 'inactif' }, ['ephoto', 'identite_ue', 'domicile_ue', 'assurance_maladie', 'ressources_ue']],
  ['famille-ue', 'mari d’une salariée', {}, ['ephoto', 'identite_ue', 'domicile_ue', 'lien_ue', 'droit_sejour_accueillant']],
  [
    'famille-ue',
    'mère à charge d’un retraité',
    { citoyen_situation: 'inactif', lien_ue: 'ascendant' },
    ['ephoto', 'identite_ue', 'domicile_ue', 'lien_ue', 'charge_ue', 'droit_sejour_accueillant', 'ressources_ue', 'assurance_maladie'],
  ],
];

describe('les pièces du dépôt', () => {
  it.each(PIECES)('%s, %s', (slug, _cas, changees, codes) => expect(demandees(procedure(slug), changees).requises).toEqual(codes));

  it('montre sans l’exiger l’état civil de la famille, et l’ancienne carte européenne', () => {
    expect(
      demandees(procedure('ascendant-de-francais'), { situation_familiale: 'marie', date_union: '1985-06-01', pays_union: 'BR' })
        .facultatives,
    ).toEqual(['etat_civil_famille']);
    expect(demandees(procedure('ue-sejour-permanent-renouvellement'), {}).facultatives).toEqual(['carte_ue_expirante']);
  });
});

describe('ce qui s’apporte à la remise', () => {
  it.each<[string, string, Reponses, string[]]>([
    ['conjoint-de-francais', 'avec son conjoint', {}, ['timbre', 'certificat_medical']],
    ['conjoint-de-francais', 'exonérée après des violences', { vie_commune_rompue: 'violences' }, ['certificat_medical']],
    ['conjoint-de-francais-renouvellement', 'après un visa', {}, ['timbre', 'certificat_medical']],
    ['conjoint-de-francais-renouvellement', 'après une carte', { titre_type: 'conjoint_temporaire' }, ['timbre']],
    ['parent-d-enfant-francais', 'dispensé de visite médicale', {}, ['timbre']],
    ['ascendant-de-francais', 'certificat algérien de dix ans, gratuit', { nationalites: ['DZ'] }, ['certificat_medical']],
    ['ne-en-france', 'visite médicale due (annexe 10)', {}, ['timbre', 'certificat_medical']],
    ['regroupement-familial', 'Algérienne, gratuit', { nationalites: ['DZ'] }, ['certificat_medical']],
    ['ue-sejour-permanent-renouvellement', 'C11', {}, ['timbre_sans_carte']],
    ['citoyen-ue', 'rien', {}, []],
  ])('%s, %s', (slug, _cas, changees, codes) => expect(aLaRemise(procedure(slug), changees)).toEqual(codes));
});

describe('ce qui est accordé', () => {
  it.each<[string, string, Reponses, RegExp, string, string]>([
    ['conjoint-de-francais', 'Nigériane', {}, /^Carte de séjour temporaire/, '1 an', 'normal'],
    ['conjoint-de-francais', 'Algérienne', { nationalites: ['DZ'] }, /^Certificat de résidence algérien « vie/, '1 an', 'normal'],
    ['conjoint-de-francais', 'victime de violences', { vie_commune_rompue: 'violences' }, /^Carte de séjour temporaire/, '1 an', 'exempt'],
    ['conjoint-de-francais-renouvellement', 'deux ans', {}, /^Carte de séjour pluriannuelle/, '2 ans', 'normal_renouvellement'],
    [
      'conjoint-de-francais-renouvellement',
      'dix ans',
      { demande_resident: 'oui' },
      /^Carte de résident$/,
      '10 ans',
      'normal_renouvellement',
    ],
    [
      'conjoint-de-francais-renouvellement',
      'Algérienne, dix ans',
      { nationalites: ['DZ'], titre_type: 'algerien_conjoint', demande_resident: 'oui' },
      /^Certificat de résidence algérien$/,
      '10 ans',
      'gratuit',
    ],
    ['parent-d-enfant-francais', 'Guinéenne', {}, /^Carte de séjour temporaire/, '1 an', 'normal'],
    [
      'parent-d-enfant-francais',
      'Tunisienne en séjour régulier',
      { nationalites: ['TN'], en_sejour_regulier: 'oui' },
      /^Carte de résident/,
      '10 ans',
      'normal',
    ],
    [
      'parent-d-enfant-francais-renouvellement',
      'Algérienne',
      { nationalites: ['DZ'] },
      /^Certificat de résidence algérien$/,
      '10 ans',
      'gratuit',
    ],
    ['ascendant-de-francais', 'Brésilien', {}, /^Carte de résident$/, '10 ans', 'normal'],
    ['ne-en-france', 'Malienne', {}, /^Carte de séjour temporaire/, '1 an', 'normal'],
    ['ne-en-france-renouvellement', 'Malienne', {}, /^Carte de séjour pluriannuelle/, '4 ans', 'normal_renouvellement'],
    ['regroupement-familial', 'Sri Lankaise', {}, /^Carte de séjour temporaire/, '1 an', 'reduit'],
    [
      'regroupement-familial',
      'Algérienne qui rejoint un titulaire de dix ans',
      { nationalites: ['DZ'] },
      /^Certificat de résidence algérien$/,
      '10 ans',
      'gratuit',
    ],
    ['regroupement-familial-renouvellement', 'quatre ans', {}, /^Carte de séjour pluriannuelle/, '4 ans', 'reduit_renouvellement'],
    ['ue-sejour-permanent-renouvellement', 'C11', {}, /« Citoyen UE\/EEE\/Suisse – Séjour permanent/, '10 ans', 'union_europeenne'],
    [
      'ue-sejour-permanent',
      'épouse indienne',
      { nationalites: ['IN'], qualite_ue: 'famille', lien_ue: 'conjoint' },
      /« Directive 2004\/38\/CE/,
      '10 ans',
      'union_europeenne',
    ],
    ['citoyen-ue', 'étudiante', { situation_ue: 'etudiant' }, /Étudiant »$/, 'la fin de vos études, au plus 5 ans', 'union_europeenne'],
  ])('%s, %s', (slug, _cas, changees, libelle, duree, tarif) => {
    const p = procedure(slug);
    const contexte = { reponses: reponsesDe(p, changees), jour: JOUR };
    expect(titreAccorde(p, contexte)).toEqual({ libelle: expect.stringMatching(libelle), duree });
    expect(tarifDe(p, contexte)).toBe(tarif);
  });

  it('laisse travailler pendant l’instruction : non sans visa de long séjour pour le conjoint, toujours au renouvellement', () => {
    const conjoint = procedure('conjoint-de-francais');
    const autorise = (p: Procedure, changees: Reponses) => travailAutorise(p, { reponses: reponsesDe(p, changees), jour: JOUR });
    expect(autorise(conjoint, {})).toBe('R.431-15-2');
    expect(autorise(conjoint, { fondement_conjoint: 'entree_reguliere', conjoint_pays_mariage: 'FR' })).toBeUndefined();
    expect(autorise(procedure('conjoint-de-francais-renouvellement'), {})).toBe('R.431-15-2');
    expect(autorise(procedure('famille-ue'), {})).toBe('R.233-18');
  });

  it('fait du silence un refus après quatre mois, sauf pour les Européens, dont aucun texte ne parle', () => {
    const delai = (slug: string) => silenceDe(procedure(slug), { reponses: {}, jour: JOUR })?.delai;
    for (const slug of ['conjoint-de-francais', 'ascendant-de-francais', 'ne-en-france', 'regroupement-familial-renouvellement'])
      expect(delai(slug)).toEqual({ mois: 4 });
    for (const slug of ['citoyen-ue', 'famille-ue', 'ue-sejour-permanent-renouvellement']) expect(delai(slug)).toBeUndefined();
  });
});

describe('ce qui arrête la demande, et où elle mène', () => {
  const erreurs = (slug: string, etape: string, changees: Reponses): string[] => {
    const p = procedure(slug);
    const ecran = etapesAChamps(p).find((e) => e.code === etape);
    if (!ecran) throw new Error(etape);
    const reponses = { ...p.exemple.reponses, ...changees };
    const validation = validerEtape(ecran, saisieInitiale(ecran, reponses, 'usager.test@example.org'), {
      jour: JOUR,
      email: 'usager.test@example.org',
      reponses,
    });
    return validation.ok ? [] : validation.erreurs.map((e) => e.chemin);
  };

  it.each<[string, string, string, Reponses, string[]]>([
    ['conjoint-de-francais', 'motif', 'pacsée (C06)', { situation_familiale: 'pacse' }, ['situation_familiale']],
    ['conjoint-de-francais', 'motif', 'séparée', { vie_commune_rompue: 'separation' }, ['vie_commune_rompue']],
    [
      'conjoint-de-francais',
      'motif',
      'divorcée après des violences',
      { situation_familiale: 'divorce', vie_commune_rompue: 'violences' },
      [],
    ],
    ['conjoint-de-francais', 'motif', 'mariée au Nigeria, sans visa', { fondement_conjoint: 'entree_reguliere' }, ['fondement_conjoint']],
    ['ne-en-france', 'informations', 'moins de seize ans', { date_naissance: '2010-11-23' }, ['date_naissance.annee']],
    ['ne-en-france', 'informations', 'plus de vingt et un ans', { date_naissance: '2005-11-21' }, ['date_naissance.annee']],
    ['ne-en-france', 'informations', 'né ailleurs', { pays_naissance: 'ML' }, ['pays_naissance']],
    ['regroupement-familial', 'motif', 'séparée avant la carte', { vie_commune_rompue: 'separation' }, ['vie_commune_rompue']],
    ['citoyen-ue', 'motif', 'pas européenne', { nationalites: ['BR'] }, ['situation_ue']],
    ['famille-ue', 'motif', 'mère d’un étudiant', { citoyen_situation: 'etudiant', lien_ue: 'ascendant' }, ['lien_ue']],
  ])('%s, %s : %s', (slug, etape, _cas, changees, chemins) => expect(erreurs(slug, etape, changees)).toEqual(chemins));

  it('mène le PACS hors du portail (C06) et le citoyen européen à sa carte', () => {
    const [attaches, union] = ENTREES;
    if (!attaches || !union) throw new Error('entrées');
    expect(feuilleDe(attaches, ['famille_francais', 'pacse'])).toEqual({ orientation: 'liens_personnels' });
    expect(feuilleDe(union, ['citoyen', 'etudiant'])).toEqual({ procedure: 'citoyen-ue' });
    expect(feuilleDe(union, ['citoyen', 'permanent'])).toEqual({ procedure: 'ue-sejour-permanent' });
  });

  it('ne demande aux Européens rien de ce que leur droit ignore : ni polygamie, ni contrat, ni visa', () => {
    for (const slug of ['citoyen-ue', 'famille-ue', 'ue-sejour-permanent', 'ue-sejour-permanent-renouvellement']) {
      const p = procedure(slug);
      const champs = etapesAChamps(p).flatMap((e) => e.sections.flatMap((s) => s.champs.map((c) => c.code)));
      const pieces = p.listes.flatMap((l) => l.pieces.map((x) => x.code));
      expect(
        [...champs, ...pieces].filter((c) => ['non_polygamie', 'contrat_engagement', 'visa_long_sejour', 'timbre'].includes(c)),
      ).toEqual([]);
    }
  });
});
