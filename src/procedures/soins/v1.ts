// Foreigner who needs care: CESEDA L.425-9, R.425-11 to R.425-13. No medical document comes to the prefecture (R.425-12: the certificate
// goes to the medical service of the OFII, by post, within one month; F17164: « aucune information médicale »).
import type { ListeDePieces, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { enRenouvellement, natureDemande } from '../blocs/demande.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { lille } from '../blocs/exemples.ts';
import { attestations, liensFamiliaux } from '../blocs/famille.ts';
import { contratEngagement, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { domicileOuDomiciliation } from '../blocs/pieces-domiciliation.ts';
import { etatCivil, titreActuel } from '../blocs/pieces-titulaire.ts';

const SANS_MEDICAL = 'Ne joignez aucun document médical : ni certificat, ni ordonnance, ni résultat d’examen.';

const sansMedical = (piece: PieceDemandee): PieceDemandee => ({ ...piece, aide: SANS_MEDICAL });

const residence: PieceDemandee = {
  code: 'residence_habituelle',
  libelle: 'Justificatifs de votre résidence habituelle en France',
  aide: SANS_MEDICAL,
  groupe: 'Motif de séjour',
  requis: false,
  moment: 'depot',
  mode: { sorte: 'libre', document: 'Courriers, factures, attestations, à plusieurs dates' },
  source: 'CESEDA L.425-9 (« résidant habituellement en France ») ; accord franco-algérien, art. 6-7',
  certitude: 'X',
  dateSource: '2026-04-03',
};

const liste2024: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA L.425-9, R.425-11 à R.425-13, R.412-1 ; service-public.fr, fiche F17164',
  raison: 'Liste d’ouverture sur ce portail : aucune pièce médicale, contrat d’engagement compris',
  pieces: [
    ephoto,
    sansMedical(etatCivil),
    sansMedical(nationalite),
    { ...sansMedical(titreActuel), condition: enRenouvellement },
    sansMedical(domicileOuDomiciliation),
    residence,
    contratEngagement,
    timbre,
  ],
};

export const v1: Procedure = {
  slug: 'soins',
  version: 1,
  code: 'SOINS-1',
  nom: 'Étranger malade',
  titreListe: 'DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - SOINS',
  famille: 'sante',
  baseLegale: 'CESEDA L.425-9, R.425-11 à R.425-14 ; accord franco-algérien, art. 6-7',
  sorte: 'premiere_demande',
  public:
    'Vous résidez habituellement en France et votre état de santé nécessite des soins que vous ne pourriez pas recevoir dans votre pays.',
  acces: { sorte: 'sans_titre', titres: ['soins'] },
  demandeur: 'soi',
  ouverture: {
    depuis: '2023-10-03',
    source: 'Guide usager sur le lieu de dépôt ; aucun arrêté plus récent à l’annexe 9 : date à confirmer',
    certitude: 'X',
    dateSource: '2026-04-03',
  },
  fenetre: { sorte: 'libre', article: 'L.425-9 ; L.431-2 pour un demandeur d’asile' },
  traitement: 'instruction',
  situation: ['Vous êtes dans une autre situation', 'Votre état de santé nécessite des soins en France'],
  titreDelivre: {
    libelle: 'Carte de séjour temporaire « vie privée et familiale »',
    duree: '1 an',
    selon: [{ si: { nationalite: { parmi: ['DZ'] } }, libelle: 'Certificat de résidence algérien « vie privée et familiale »' }],
  },
  silence: [{ delai: { mois: 4 }, article: 'R.*432-1, R.432-2' }],
  documentProvisoire: { sorte: 'api', mois: 3, article: 'R.431-15-1 ; R.425-12 : après réception du certificat par l’OFII' },
  commission: 'L.432-13 1°',
  travailPendantInstruction: { article: 'R.431-15-2, dernier alinéa', si: enRenouvellement },
  tarif: 'timbre_seul',
  tarifSelon: [{ si: enRenouvellement, tarif: 'normal_renouvellement' }],
  suiteDuDepot: 'certificat_ofii',
  provenance: { source: 'CESEDA L.425-9 ; service-public.fr, fiche F17164 (2019)', certitude: 'L', dateSource: '2026-04-03' },
  etapes: sixEtapes({
    entete: 'Ne nous dites rien de votre maladie. Seuls les médecins de l’OFII examinent votre état de santé, par un courrier séparé.',
    sections: [
      {
        code: 'residence',
        titre: 'Votre résidence en France',
        provenance: { source: 'CESEDA L.425-9, L.431-2, R.425-12 ; champs proposés', certitude: 'X', dateSource: '2026-04-03' },
        champs: [
          natureDemande,
          {
            code: 'residence_depuis',
            type: 'date',
            passee: true,
            libelle: 'Depuis quand résidez-vous habituellement en France ?',
            libelleCourt: 'Réside en France depuis le',
            requis: true,
          },
          {
            code: 'demande_asile_en_cours',
            type: 'oui_non',
            libelle: 'Avez-vous une demande d’asile en cours ?',
            libelleCourt: 'Demande d’asile en cours',
            aide: 'Si oui, la demande de titre pour soins se fait dans les trois mois de l’enregistrement de la demande d’asile (CESEDA, art. L. 431-2).',
            requis: true,
          },
          {
            code: 'certificat_par_courrier',
            type: 'attestation',
            libelle:
              'J’ai compris que j’enverrai moi-même le certificat médical à l’OFII, par courrier, dans le mois qui suit le dépôt, et qu’aucun document médical ne doit être joint ici.',
            libelleCourt: 'Enverra le certificat médical à l’OFII par courrier',
            requis: true,
          },
        ],
      },
      liensFamiliaux,
      attestations,
    ],
  }),
  listes: [liste2024],
  exemple: {
    reponses: {
      nom_naissance: 'TESTMBEKI',
      prenoms: ['Thandi'],
      sexe: 'feminin',
      date_naissance: '1981-02-09',
      pays_naissance: 'ZA',
      lieu_naissance: 'Durban',
      nationalites: ['ZA'],
      ...lille,
      email: 'thandi.testmbeki@example.org',
      nature_demande: 'premiere',
      residence_depuis: '2024-05-03',
      demande_asile_en_cours: 'non',
      certificat_par_courrier: 'oui',
      date_entree_france: '2024-05-03',
      situation_familiale: 'celibataire',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'personnel' },
  },
};
