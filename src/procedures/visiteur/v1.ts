// Visiteur, first card after a VLS-TS or renewal: CESEDA L.426-20. Which of the two is read from the titre known. No card of several years
// on this ground (L.433-5 3°). Algerians: certificate of one year, agreement of 1968, art. 7 a.
import type { Condition, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { attestations, liensFamiliaux } from '../blocs/famille.ts';
import { contratEngagement, domicile, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { certificatMedicalApresVisa } from '../blocs/pieces-famille.ts';
import { etatCivil, titreActuel } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN, API, FIN_DE_TITRE, OUVERTURE_2021, QUATRE_MOIS } from '../blocs/regles.ts';

const premiereCarte: Condition = { champ: 'titre_type', parmi: ['vls_ts_visiteur'] };
const MOTIF = { groupe: 'Motif de séjour', requis: true, moment: 'depot' } as const;
const LOI = { certitude: 'L', dateSource: '2026-04-03' } as const;

const pieces: readonly PieceDemandee[] = [
  {
    code: 'ressources_visiteur',
    libelle: 'Ressources personnelles',
    aide: 'Au moins égales au SMIC net annuel, sans l’allocation aux adultes handicapés. Être propriétaire ou logé gratuitement est pris en compte.',
    ...MOTIF,
    mode: {
      sorte: 'au_moins_un',
      choix: [
        'Pensions, rentes ou revenus immobiliers',
        'Attestations bancaires',
        'Engagement d’une personne solvable, avec les preuves de ses revenus',
        'Titre de propriété, ou preuve d’un logement gratuit',
      ],
    },
    source: 'CESEDA L.426-20 ; service-public.fr F302',
    ...LOI,
  },
  {
    code: 'assurance_maladie',
    libelle: 'Justificatif d’assurance maladie',
    ...MOTIF,
    mode: {
      sorte: 'un_parmi',
      choix: ['Attestation d’assurance maladie couvrant la durée du séjour', 'Attestation de droits à l’assurance maladie'],
    },
    source: 'CESEDA L.426-20, alinéa 2',
    ...LOI,
  },
  {
    code: 'engagement_non_activite',
    libelle: 'Engagement de n’exercer aucune activité professionnelle',
    ...MOTIF,
    mode: { sorte: 'formulaire_signe', modele: 'engagement-non-activite', document: 'L’engagement daté et signé de votre main' },
    source: 'CESEDA L.426-20, alinéa 2 ; service-public.fr F302',
    ...LOI,
  },
];

export const v1: Procedure = {
  slug: 'visiteur',
  version: 1,
  code: 'VIS-1',
  nom: 'Visiteur – première carte ou renouvellement',
  titreListe: 'DEMANDE DE TITRE DE SÉJOUR - VISITEUR',
  famille: 'visiteur',
  baseLegale: 'CESEDA L.426-20, L.433-1 ; accord franco-algérien du 27 décembre 1968, art. 7 a',
  sorte: 'renouvellement',
  public:
    'Vous avez un visa valant titre de séjour ou une carte « visiteur » et vous vivez en France de vos ressources, sans y travailler.',
  acces: { sorte: 'titre', titres: ['vls_ts_visiteur', 'visiteur', 'algerien_visiteur'] },
  demandeur: 'soi',
  ouverture: OUVERTURE_2021,
  fenetre: FIN_DE_TITRE,
  traitement: 'instruction',
  situation: ['Vous êtes titulaire d’un visa ou d’une carte « visiteur »', 'Vous sollicitez une carte de séjour « visiteur »'],
  titreDelivre: {
    libelle: 'Carte de séjour temporaire « visiteur »',
    duree: '1 an',
    selon: [{ si: ALGERIEN, libelle: 'Certificat de résidence algérien « visiteur »' }],
  },
  silence: [QUATRE_MOIS],
  documentProvisoire: API,
  // a VLS-TS has already paid the tax of the card that it replaces (L.436-1, last paragraph)
  tarif: 'normal_renouvellement',
  agdref: ['1201'],
  provenance: { source: 'CESEDA L.426-20 ; service-public.fr F302', certitude: 'L', dateSource: '2026-04-03' },
  etapes: quatreEtapes({ titre: 'Vos liens familiaux', sections: [liensFamiliaux, attestations] }),
  listes: [
    {
      version: 1,
      effetLe: '2024-07-17',
      source: 'CESEDA L.426-20, R.431-10, R.431-18, R.433-1, R.412-1 ; service-public.fr F302',
      raison: 'Liste d’ouverture',
      pieces: [
        ephoto,
        titreActuel,
        { ...etatCivil, condition: premiereCarte },
        nationalite,
        domicile,
        ...pieces,
        contratEngagement,
        timbre,
        certificatMedicalApresVisa('vls_ts_visiteur'),
      ],
    },
  ],
  // C18
  exemple: {
    reponses: {
      numero_etranger: '0699000013',
      titre_type: 'visiteur',
      titre_debut: '2026-02-04',
      titre_fin: '2027-02-03',
      nom_naissance: 'TESTSMITH',
      prenoms: ['Jane'],
      sexe: 'feminin',
      date_naissance: '1958-11-11',
      pays_naissance: 'US',
      lieu_naissance: 'Portland',
      nationalites: ['US'],
      date_entree_france: '2024-01-30',
      situation_familiale: 'veuf',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
      adresse: {
        numero: '21',
        voie: 'Rue de France',
        complement: '',
        codePostal: '06000',
        ville: 'Nice',
        pays: 'France',
        codeInsee: '06088',
      },
      adresse_inchangee: 'oui',
      email: 'jane.testsmith@example.org',
      telephone: '0639980013',
    },
    variantes: { domicile: 'personnel' },
  },
};
