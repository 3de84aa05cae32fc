// Enfant de Français, première demande: CESEDA L.423-12; Algeria: accord of 1968; Tunisia: accord of 1988 art. 10.
// Screens and pieces from the guide of 2022 (seed 003); resources asked only above 21 (D-14); contract added in 2024 (D-13).
import type { ListeDePieces, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { attestations, enfants, identiteProche, liensFamiliaux } from '../blocs/famille.ts';
import { informationsDes16Ans, travailMineur } from '../blocs/minorite.ts';
import {
  certificatMedical,
  contratEngagement,
  domicile,
  ephoto,
  nationalite,
  nationaliteFrancaise,
  sejourRegulier,
  timbre,
  visaLongSejour,
} from '../blocs/pieces.ts';

const MOTIF = 'Motif de séjour';
const plusDe21 = { age: { plusDe: 21 } } as const;

const filiation: PieceDemandee = {
  code: 'filiation',
  libelle: 'Justificatif de filiation avec le parent',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  mode: { sorte: 'unique', document: 'Acte de naissance avec filiation.' },
  source: 'CESEDA L.423-12, annexe 10 ; guide usager 2022, annexe 1',
  certitude: 'S',
  dateSource: '2022-09',
};

const ressourcesParent: PieceDemandee = {
  code: 'ressources_parent',
  libelle: 'Justificatif de ressources du parent français',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: plusDe21,
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Avis d’imposition ou de non-imposition',
      'Attestations bancaires',
      'Bulletins de salaire',
      'Tout autre justificatif de ressources',
    ],
  },
  source: 'CESEDA L.423-12 ; guide usager 2022, annexe 1 (plus de 21 ans)',
  certitude: 'S',
  dateSource: '2022-09',
};

const absenceRessources: PieceDemandee = {
  code: 'absence_ressources',
  libelle: 'Justificatif de votre absence de ressources',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: plusDe21,
  mode: {
    sorte: 'au_moins_un',
    choix: [
      'Avis d’imposition ou de non-imposition',
      'Relevés de compte',
      'Certificat médical attestant d’une infirmité qui vous empêche de travailler ou d’effectuer les actes de la vie courante',
      'Tout autre justificatif',
    ],
  },
  source: 'CESEDA L.423-12 ; guide usager 2022, annexe 1 (plus de 21 ans)',
  certitude: 'S',
  dateSource: '2022-09',
};

const pieces2022: readonly PieceDemandee[] = [
  ephoto,
  nationalite,
  visaLongSejour,
  sejourRegulier,
  domicile,
  nationaliteFrancaise('nationalite_parent', 'Justificatif de nationalité française du parent'),
  filiation,
  ressourcesParent,
  absenceRessources,
  timbre,
  certificatMedical,
];

const liste2022: ListeDePieces = {
  version: 1,
  effetLe: '2022-09-01',
  source: 'Guide usager « Famille de Français (Lot 1) », annexe 1',
  raison: 'Liste d’ouverture du téléservice',
  pieces: pieces2022,
};

const liste2024: ListeDePieces = {
  version: 2,
  effetLe: '2024-07-17',
  source: 'CESEDA R.412-1 (décret du 8 juillet 2024)',
  raison: 'Ajout du contrat d’engagement à respecter les principes de la République',
  pieces: [...pieces2022, contratEngagement],
};

export const v1: Procedure = {
  slug: 'enfant-de-francais',
  version: 1,
  code: 'VPF-ENF-FR-1',
  nom: 'Enfant de Français – première demande',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - ENFANT DE FRANÇAIS',
  famille: 'famille_de_francais',
  baseLegale:
    'CESEDA L.423-12 (et L.421-35 de 16 à 18 ans) ; accord franco-algérien du 27 décembre 1968 ; accord franco-tunisien du 17 mars 1988, art. 10',
  sorte: 'premiere_demande',
  public: 'Vous avez au moins 16 ans et l’un de vos parents est français.',
  acces: { sorte: 'sans_titre' },
  demandeur: 'soi',
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
    'Vous êtes l’enfant (+ de 16 ans) d’un citoyen français',
  ],
  titreDelivre: {
    libelle: 'Carte de résident',
    duree: '10 ans',
    selon: [{ si: { nationalite: { parmi: ['DZ'] } }, libelle: 'Certificat de résidence algérien' }],
  },
  silence: [{ delai: { mois: 4 }, article: 'R.*432-1, R.432-2' }],
  documentProvisoire: { sorte: 'api', mois: 3, article: 'R.431-15-1' },
  commission: 'L.432-13 2°',
  travailPendantInstruction: { article: 'R.431-15-2' },
  tarif: 'normal',
  agdref: ['1516'],
  provenance: { source: 'Guide usager « Famille de Français (Lot 1) » ; CESEDA L.423-12', certitude: 'S', dateSource: '2022-09' },
  etapes: sixEtapes(
    {
      entete: 'Maintenant, nous allons vous demander de renseigner les informations personnelles de votre accueillant français',
      sections: [
        {
          code: 'parent_francais',
          titre: 'Informations personnelles du parent français',
          provenance: { source: 'Guide usager « Famille de Français (Lot 1) », étape 3', certitude: 'S', dateSource: '2022-09' },
          champs: [
            ...identiteProche('parent'),
            {
              code: 'parent_lien',
              type: 'choix',
              presentation: 'liste',
              libelle: 'Votre lien de parenté avec le parent',
              requis: true,
              options: [
                { code: 'pere', libelle: 'Père' },
                { code: 'mere', libelle: 'Mère' },
              ],
            },
          ],
        },
        liensFamiliaux,
        enfants,
        travailMineur('la carte de résident'),
        attestations,
      ],
    },
    informationsDes16Ans,
  ),
  listes: [liste2022, liste2024],
  exemple: {
    reponses: {
      nom_naissance: 'TESTCOLLINS',
      prenoms: ['Marshall'],
      sexe: 'masculin',
      date_naissance: '1990-03-04',
      pays_naissance: 'CA',
      lieu_naissance: 'Montréal',
      nationalites: ['CA'],
      adresse: {
        numero: '25',
        voie: 'Rue Nationale',
        complement: '',
        codePostal: '59000',
        ville: 'Lille',
        pays: 'France',
        codeInsee: '59350',
      },
      email: 'marshall.testcollins@example.org',
      telephone: '0199000001',
      parent_nom_naissance: 'TESTCOLLINS',
      parent_prenoms: ['Henri'],
      parent_sexe: 'masculin',
      parent_date_naissance: '1958-05-06',
      parent_lien: 'pere',
      date_entree_france: '2026-01-10',
      situation_familiale: 'celibataire',
      enfants_a_charge: 'non',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'personnel' },
  },
};
