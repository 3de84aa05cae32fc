// French nationality, by decree (code civil 21-15 ff.; decree 93-1362, art. 35 ff.) or by marriage (code civil 21-2; decree, art. 14 ff.).
// An accompanied application: the portal gathers and checks; the platform of naturalisation examines, meets the person, and proposes. No
// sheet of service-public on it is in what we hold: pieces told from general knowledge, to be confirmed on the decree.
import type { Condition, ListeDePieces, PieceDemandee, Procedure, Section } from '#domain/procedure/definition.ts';
import { informationsPersonnelles, sixEtapes } from '../blocs/etapes.ts';
import { lille } from '../blocs/exemples.ts';
import { enfants } from '../blocs/famille.ts';
import { domicile } from '../blocs/pieces.ts';
import { etatCivil, titreActuel } from '../blocs/pieces-titulaire.ts';

const GENERAL = { certitude: 'G', dateSource: '2026' } as const;
const DECRET = 'Décret n° 93-1362 du 30 décembre 1993, art. 37-1 et 14-1';
const voie = (code: string): Condition => ({ champ: 'voie_nationalite', parmi: [code] });
const PAR_DECRET = voie('decret');
const PAR_MARIAGE = voie('mariage');
const DEMANDE = 'Votre demande';
const INTEGRATION = 'Votre vie en France';

const piece = (
  code: string,
  libelle: string,
  groupe: string,
  mode: PieceDemandee['mode'],
  plus: Partial<Pick<PieceDemandee, 'condition' | 'requis' | 'aide' | 'validiteMois'>> = {},
): PieceDemandee => ({ code, libelle, groupe, requis: true, moment: 'depot', mode, source: DECRET, ...GENERAL, ...plus });

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2026-01-01',
  source: `${DECRET} ; décret n° 2025-648 du 15 juillet 2025 (niveau B2, examen civique)`,
  raison: 'Liste d’ouverture sur ce portail, à confirmer sur le texte des décrets',
  pieces: [
    { ...etatCivil, source: DECRET, ...GENERAL },
    piece(
      'etat_civil_parents',
      'Actes de naissance et de mariage de vos parents',
      DEMANDE,
      {
        sorte: 'tous',
        elements: [
          {
            code: 'naissance_parents',
            document: 'Actes de naissance de vos parents, ou tout document qui donne leurs date et lieu de naissance',
          },
          { code: 'mariage_parents', document: 'Acte de mariage de vos parents', siConcerne: true },
        ],
      },
      { condition: PAR_DECRET },
    ),
    { ...titreActuel, aide: 'Un citoyen européen joint son passeport ou sa carte d’identité.', source: DECRET, ...GENERAL },
    { ...domicile, source: DECRET, ...GENERAL },
    piece(
      'mariage',
      'Acte de mariage',
      DEMANDE,
      {
        sorte: 'unique',
        document: 'Copie intégrale récente de l’acte de mariage ; célébré à l’étranger, sa transcription au consulat de France',
      },
      { condition: PAR_MARIAGE, validiteMois: 3 },
    ),
    piece(
      'nationalite_conjoint',
      'Justificatif de nationalité française de votre conjoint',
      DEMANDE,
      {
        sorte: 'un_parmi',
        choix: ['Certificat de nationalité française', 'Acte de naissance avec la mention de la nationalité', 'Décret de naturalisation'],
      },
      { condition: PAR_MARIAGE },
    ),
    piece(
      'vie_commune',
      'Attestation de vie commune et justificatifs',
      DEMANDE,
      {
        sorte: 'tous',
        elements: [
          { code: 'declaration', document: 'Attestation sur l’honneur des deux époux' },
          {
            code: 'preuves',
            document: 'Documents aux deux noms : avis d’imposition, bail, relevés bancaires, actes de naissance des enfants',
          },
        ],
      },
      { condition: PAR_MARIAGE },
    ),
    piece('niveau_francais', 'Connaissance du français, niveau B2', INTEGRATION, {
      sorte: 'un_parmi',
      choix: [
        'Diplôme français',
        'Attestation de réussite à un test de niveau B2, oral et écrit, de moins de deux ans',
        'Certificat médical qui dispense du test',
      ],
    }),
    piece(
      'examen_civique',
      'Attestation de réussite à l’examen civique',
      INTEGRATION,
      {
        sorte: 'unique',
        document: 'L’attestation délivrée à l’issue de l’examen',
      },
      { condition: PAR_DECRET },
    ),
    piece(
      'ressources_nationalite',
      'Vos ressources',
      INTEGRATION,
      {
        sorte: 'tous',
        elements: [
          { code: 'impots', document: 'Bordereau de situation fiscale et trois derniers avis d’imposition' },
          {
            code: 'activite',
            document: 'Contrat de travail et trois derniers bulletins de salaire, ou justificatif de votre activité',
            siConcerne: true,
          },
        ],
      },
      { condition: PAR_DECRET },
    ),
    piece(
      'casier_etranger',
      'Casier judiciaire étranger',
      INTEGRATION,
      {
        sorte: 'unique',
        document: 'Extrait du casier judiciaire du ou des pays où vous avez vécu ces dix dernières années, traduit',
      },
      { condition: { champ: 'dix_ans_en_france', parmi: ['non'] } },
    ),
    piece('timbre', 'Timbre fiscal électronique', 'À la remise du titre', {
      sorte: 'unique',
      document: 'Le numéro du timbre fiscal électronique',
    }),
  ].map((p) => (p.code === 'timbre' ? { ...p, moment: 'remise' as const, source: 'Code général des impôts, art. 958' } : p)),
};

const demande: Section = {
  code: 'demande',
  titre: 'Votre demande',
  provenance: { source: 'Code civil, art. 21-2 et 21-15 ; champs proposés', ...GENERAL },
  champs: [
    {
      code: 'voie_nationalite',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Comment demandez-vous la nationalité française ?',
      libelleCourt: 'Voie d’accès',
      requis: true,
      options: [
        { code: 'decret', libelle: 'Par décret (naturalisation ou réintégration)' },
        { code: 'mariage', libelle: 'Par déclaration, je suis marié(e) avec une personne française' },
      ],
    },
    {
      code: 'mariage_quatre_ans',
      type: 'oui_non',
      libelle: 'Êtes-vous marié(e) depuis au moins quatre ans, sans interruption de la vie commune ?',
      libelleCourt: 'Mariage de quatre ans au moins',
      aide: 'Cinq ans si vous n’avez pas vécu en France trois ans de suite depuis le mariage (code civil, art. 21-2).',
      requis: true,
      visible: PAR_MARIAGE,
      arret: {
        si: { champ: 'mariage_quatre_ans', parmi: ['non'] },
        message:
          'La déclaration est possible après quatre ans de mariage. D’ici là, la demande par décret vous est ouverte si vous en remplissez les conditions.',
      },
    },
    {
      code: 'conjoint_nom_naissance',
      type: 'texte',
      forme: 'nom',
      max: 80,
      libelle: 'Nom de naissance de votre conjoint',
      requis: true,
      visible: PAR_MARIAGE,
    },
    {
      code: 'conjoint_prenoms',
      type: 'textes',
      max: 60,
      libelle: 'Prénom(s) de votre conjoint',
      ajout: 'Ajouter un prénom',
      requis: true,
      visible: PAR_MARIAGE,
    },
    { code: 'conjoint_date_mariage', type: 'date', passee: true, libelle: 'Date du mariage', requis: true, visible: PAR_MARIAGE },
    {
      code: 'residence_depuis',
      type: 'date',
      passee: true,
      libelle: 'Depuis quand résidez-vous habituellement en France ?',
      libelleCourt: 'Réside en France depuis le',
      aide: 'Cinq ans en général ; deux ans après deux années d’études supérieures réussies en France ; aucun délai pour un réfugié (code civil, art. 21-17 à 21-19).',
      requis: true,
    },
    {
      code: 'residence_cinq_ans',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Remplissez-vous la condition de cinq ans de résidence ?',
      libelleCourt: 'Condition de résidence',
      requis: true,
      visible: PAR_DECRET,
      options: [
        { code: 'oui', libelle: 'Oui' },
        { code: 'reduite', libelle: 'J’ai droit à une durée réduite (études, services rendus)' },
        { code: 'dispense', libelle: 'J’en suis dispensé(e) (réfugié, pays francophone, ancien Français)' },
      ],
    },
    {
      code: 'dix_ans_en_france',
      type: 'oui_non',
      libelle: 'Vivez-vous en France depuis plus de dix ans ?',
      libelleCourt: 'Vit en France depuis plus de dix ans',
      requis: true,
    },
    {
      code: 'francisation',
      type: 'oui_non',
      libelle: 'Souhaitez-vous donner une forme française à votre nom ou à vos prénoms ?',
      libelleCourt: 'Francisation demandée',
      requis: true,
    },
    {
      code: 'nom_francise',
      type: 'texte',
      forme: 'ligne',
      max: 120,
      libelle: 'Nom et prénoms souhaités',
      requis: true,
      visible: { champ: 'francisation', parmi: ['oui'] },
    },
  ],
};

const travail: Section = {
  code: 'activite',
  titre: 'Votre activité',
  provenance: { source: `${DECRET} ; champs proposés`, ...GENERAL },
  champs: [
    { code: 'profession', type: 'texte', forme: 'ligne', max: 120, libelle: 'Profession ou activité', requis: true },
    {
      code: 'sanctions_connues',
      type: 'attestation',
      libelle: 'J’atteste sur l’honneur que mes réponses sont exactes et je connais les sanctions d’une fausse déclaration.',
      libelleCourt: 'Atteste de l’exactitude de ses réponses',
      requis: true,
    },
  ],
};

export const v1: Procedure = {
  slug: 'nationalite',
  version: 1,
  code: 'NAT',
  nom: 'Demande de nationalité française, par décret ou par mariage',
  titreListe: 'DEMANDE D’ACQUISITION DE LA NATIONALITÉ FRANÇAISE',
  famille: 'nationalite',
  baseLegale: 'Code civil, art. 21-2 et 21-15 à 21-25 ; décret n° 93-1362 du 30 décembre 1993',
  sorte: 'autre',
  public: 'Vous avez 18 ans ou plus, vous vivez en France et vous voulez devenir français, par décret ou par mariage.',
  acces: { sorte: 'compte' },
  demandeur: 'soi',
  ouverture: { depuis: '2023-02-06', source: 'Ouverture nationale du téléservice : date à confirmer', ...GENERAL },
  fenetre: { sorte: 'libre', article: 'Code civil, art. 21-2 et 21-15' },
  traitement: 'instruction',
  situation: ['Vous êtes majeur(e) et vous vivez en France', 'Vous demandez la nationalité française'],
  titreDelivre: {
    libelle: 'Décret de naturalisation',
    duree: 'Définitif',
    selon: [{ si: PAR_MARIAGE, libelle: 'Déclaration de nationalité enregistrée', duree: 'Définitif' }],
  },
  // code civil 21-25-1 sets eighteen months to answer (twelve after ten years in France), 26-3 a year for a declaration; neither makes of
  // silence a decision that the portal could date
  silence: [],
  documentProvisoire: {
    sorte: 'attestation',
    mention: 'Cette attestation ne prouve pas la nationalité française. Gardez votre titre de séjour à jour.',
    article: 'Décret n° 93-1362, art. 37',
  },
  tarif: 'nationalite',
  provenance: { source: 'Code civil ; décret n° 93-1362', ...GENERAL },
  etapes: sixEtapes(
    {
      entete: 'Maintenant, nous allons vous demander comment vous demandez la nationalité et depuis quand vous vivez en France',
      sections: [demande, enfants, travail],
    },
    {
      ...informationsPersonnelles,
      sections: informationsPersonnelles.sections.map((section) => ({
        ...section,
        champs: section.champs.map((champ) =>
          champ.code === 'date_naissance'
            ? {
                ...champ,
                arret: {
                  si: { age: { moinsDe: 18 } },
                  message:
                    'Cette demande est ouverte aux personnes majeures. Un mineur devient français par une autre voie : adressez-vous au tribunal.',
                },
              }
            : champ,
        ),
      })),
    },
  ),
  listes: [liste],
  exemple: {
    reponses: {
      nom_naissance: 'TESTSILVA',
      prenoms: ['Helena'],
      sexe: 'feminin',
      date_naissance: '1988-02-11',
      pays_naissance: 'BR',
      lieu_naissance: 'Recife',
      nationalites: ['BR'],
      ...lille,
      email: 'helena.testsilva@example.org',
      voie_nationalite: 'decret',
      residence_depuis: '2012-09-01',
      residence_cinq_ans: 'oui',
      dix_ans_en_france: 'oui',
      francisation: 'non',
      enfants_a_charge: 'non',
      profession: 'Ingénieure',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'personnel' },
  },
};
