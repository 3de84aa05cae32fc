// Conjoint de Français, première demande: CESEDA L.423-1 and L.423-2 (entered regularly, married in France, six months together).
// The sister guide is not among our sources: fields of step 3 are inferred (X) from the one of « enfant de Français ».
import type { ListeDePieces, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { attestations, enfants, identiteFrancaise, liensFamiliaux } from '../blocs/famille.ts';
import {
  certificatMedical,
  contratEngagement,
  domicile,
  ephoto,
  nationalite,
  nationaliteFrancaise,
  timbre,
  visaLongSejour,
} from '../blocs/pieces.ts';

const MOTIF = 'Motif de séjour';
const marieEnFrance = { champ: 'fondement_conjoint', parmi: ['marie_en_france'] } as const;

const etatCivil: PieceDemandee = {
  code: 'etat_civil',
  libelle: 'Justificatif d’état civil',
  groupe: 'Informations personnelles',
  sousGroupe: 'État civil',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'unique', document: 'Copie intégrale ou extrait d’acte de naissance avec filiation' },
  source: 'CESEDA annexe 10 ; liste ministérielle CST.1 (2021)',
  certitude: 'D',
  dateSource: '2021-05',
};

const entreeReguliere: PieceDemandee = {
  code: 'entree_reguliere',
  libelle: 'Justificatif d’entrée régulière',
  groupe: 'Informations personnelles',
  requis: true,
  moment: 'depot',
  condition: { un: [marieEnFrance, { nationalite: { parmi: ['DZ'] } }] },
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Copie des pages de votre passeport comportant le visa + cachet d’entrée',
      'Une copie du passeport comportant uniquement le cachet d’entrée',
      'Une attestation de dispense de visa d’entrée',
      'Une déclaration sur l’honneur d’entrée sur le territoire',
    ],
  },
  source: 'CESEDA L.423-2 ; guide usager 2022 (un écran)',
  certitude: 'S',
  dateSource: '2022-09',
};

const mariage: PieceDemandee = {
  code: 'mariage',
  libelle: 'Justificatif de mariage',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'unique',
    document:
      'Copie intégrale de l’acte de mariage ; si le mariage a été célébré à l’étranger, sa transcription sur les registres français',
  },
  source: 'CESEDA L.423-1 ; liste ministérielle CST.1 (2021)',
  certitude: 'L',
  dateSource: '2026-04-03',
};

const vieCommune: PieceDemandee = {
  code: 'vie_commune',
  libelle: 'Déclaration conjointe de vie commune et justificatifs',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: { champ: 'vie_commune_rompue', parmi: ['non'] },
  mode: {
    sorte: 'tous',
    elements: [
      { code: 'declaration', document: 'Déclaration sur l’honneur signée des deux époux' },
      { code: 'preuves', document: 'Documents aux deux noms : bail, factures, relevé d’identité bancaire, avis d’imposition' },
    ],
  },
  source: 'CESEDA L.423-1, L.423-2 ; liste ministérielle CST.1 (2021)',
  certitude: 'D',
  dateSource: '2021-05',
};

const rupture: PieceDemandee = {
  code: 'rupture',
  libelle: 'Preuve de la rupture de la vie commune',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: { champ: 'vie_commune_rompue', parmi: ['violences', 'deces'] },
  mode: {
    sorte: 'au_moins_un',
    choix: ['Dépôt de plainte, certificat médical, jugement ou témoignages (violences)', 'Acte de décès du conjoint français'],
  },
  source: 'CESEDA L.423-4, L.423-5',
  certitude: 'L',
  dateSource: '2026-04-03',
};

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA annexe 10 ; liste ministérielle CST.1 (mai 2021) ; R.412-1',
  raison: 'Liste d’ouverture',
  pieces: [
    ephoto,
    nationalite,
    etatCivil,
    { ...visaLongSejour, condition: { tous: [{ champ: 'fondement_conjoint', parmi: ['visa'] }, { nationalite: { hors: ['DZ'] } }] } },
    entreeReguliere,
    domicile,
    mariage,
    nationaliteFrancaise('nationalite_conjoint', 'Justificatif de nationalité française du conjoint'),
    vieCommune,
    rupture,
    contratEngagement,
    timbre,
    certificatMedical,
  ],
};

export const v1: Procedure = {
  slug: 'conjoint-de-francais',
  version: 1,
  code: 'VPF-CJT-FR-1',
  nom: 'Conjoint de Français – première demande',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - CONJOINT DE FRANÇAIS',
  famille: 'famille_de_francais',
  baseLegale: 'CESEDA L.423-1, L.423-2 ; accord franco-algérien du 27 décembre 1968, art. 6-2 ; accord franco-tunisien, art. 7 quater',
  sorte: 'premiere_demande',
  public: 'Vous êtes marié(e) avec une personne de nationalité française.',
  acces: { sorte: 'sans_titre' },
  beneficiaire: 'soi',
  ouverture: {
    depuis: '2023-04-05',
    source: 'Arrêté du 31 mars 2023 (CESEDA annexe 9)',
    certitude: 'L',
    dateSource: '2026-04-03',
  },
  fenetre: { sorte: 'depuis', champ: 'date_entree_france', mois: 2, ferme: false, article: 'R.431-4' },
  traitement: 'instruction',
  situation: [
    'Vous sollicitez pour la première fois un titre de séjour',
    'Vous êtes un membre de famille d’un citoyen français',
    'Vous êtes le conjoint ou la conjointe d’un citoyen français',
  ],
  titreDelivre: {
    libelle: 'Carte de séjour temporaire « vie privée et familiale »',
    duree: '1 an',
    selon: [{ si: { nationalite: { parmi: ['DZ'] } }, libelle: 'Certificat de résidence algérien « vie privée et familiale »' }],
  },
  silence: [{ delai: { mois: 4 }, article: 'R.*432-1, R.432-2' }],
  documentProvisoire: { sorte: 'api', mois: 3, article: 'R.431-15-1' },
  commission: 'L.432-13 1°',
  travailPendantInstruction: {
    article: 'R.431-15-2',
    // L.423-2 is not in the list of R.431-15-2
    si: { champ: 'fondement_conjoint', parmi: ['visa'] },
    precision:
      'Le droit de travailler pendant l’instruction vaut pour les personnes entrées avec un visa de long séjour (CESEDA, art. L. 423-1).',
  },
  tarif: 'normal',
  agdref: ['9805'],
  provenance: { source: 'CESEDA L.423-1, L.423-2 ; liste ministérielle CST.1', certitude: 'D', dateSource: '2021-05' },
  etapes: sixEtapes({
    entete: 'Maintenant, nous allons vous demander de renseigner les informations personnelles de votre accueillant français',
    sections: [
      {
        code: 'conjoint_francais',
        titre: 'Informations personnelles du conjoint français',
        provenance: {
          source: 'Par analogie avec le guide « enfant de Français » ; CESEDA L.423-1 à L.423-5',
          certitude: 'X',
          dateSource: '2026-04-03',
        },
        champs: [
          ...identiteFrancaise('conjoint'),
          { code: 'conjoint_date_mariage', type: 'date', passee: true, libelle: 'Date du mariage', requis: true },
          { code: 'conjoint_pays_mariage', type: 'pays', libelle: 'Pays du mariage', requis: true },
          {
            code: 'fondement_conjoint',
            type: 'choix',
            presentation: 'boutons',
            libelle: 'Comment êtes-vous entré(e) en France ?',
            requis: true,
            options: [
              { code: 'visa', libelle: 'Avec un visa de long séjour' },
              { code: 'marie_en_france', libelle: 'Régulièrement, sans visa de long séjour, et je me suis marié(e) en France' },
            ],
          },
          {
            code: 'vie_commune_rompue',
            type: 'choix',
            presentation: 'boutons',
            libelle: 'La vie commune a-t-elle cessé ?',
            requis: true,
            options: [
              { code: 'non', libelle: 'Non, nous vivons ensemble' },
              { code: 'violences', libelle: 'Oui, à cause de violences' },
              { code: 'deces', libelle: 'Oui, mon conjoint est décédé' },
            ],
          },
        ],
      },
      liensFamiliaux,
      enfants,
      attestations,
    ],
  }),
  listes: [liste],
  exemple: {
    reponses: {
      nom_naissance: 'TESTOKAFOR',
      prenoms: ['Grace'],
      sexe: 'feminin',
      date_naissance: '1992-02-01',
      pays_naissance: 'NG',
      lieu_naissance: 'Lagos',
      nationalites: ['NG'],
      adresse: {
        numero: '3',
        voie: 'Rue de Lille',
        complement: '',
        codePostal: '59200',
        ville: 'Tourcoing',
        pays: 'France',
        codeInsee: '59599',
      },
      email: 'grace.testokafor@example.org',
      telephone: '0639980004',
      conjoint_nom_naissance: 'TESTMARTIN',
      conjoint_prenoms: ['Paul'],
      conjoint_sexe: 'masculin',
      conjoint_date_naissance: '1988-07-08',
      conjoint_date_mariage: '2025-06-14',
      conjoint_pays_mariage: 'NG',
      fondement_conjoint: 'visa',
      vie_commune_rompue: 'non',
      date_entree_france: '2026-02-01',
      situation_familiale: 'marie',
      date_union: '2025-06-14',
      pays_union: 'NG',
      enfants_a_charge: 'non',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'personnel' },
  },
};
