// Talent, first card or change of ground: CESEDA L.421-9 to L.421-21, twelve grounds. The names changed on 16 June 2025
// (« passeport talent » became « talent »).
import type { Procedure } from '#domain/procedure/definition.ts';
import { sixEtapesTitulaire } from '../blocs/etapes.ts';
import { attestations, liensFamiliaux } from '../blocs/famille.ts';
import { contratEngagement, domicile, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { piecesTalent } from '../blocs/pieces-talent.ts';
import { titreOuVisa } from '../blocs/pieces-titulaire.ts';
import { API, FIN_DE_TITRE, OUVERTURE_2021 } from '../blocs/regles.ts';
import { questionsPremiere, SILENCE_TALENT, TITRE_TALENT, talent } from '../blocs/talent.ts';

export const v1: Procedure = {
  slug: 'talent',
  version: 1,
  code: 'TAL-1',
  nom: 'Talent – première carte ou changement de statut',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR - TALENT',
  famille: 'talent',
  baseLegale: 'CESEDA L.421-9, L.421-11, L.421-13-1, L.421-14, L.421-16, L.421-19, L.421-20, L.421-21, L.433-6',
  sorte: 'premiere_demande',
  public:
    'Vous êtes salarié qualifié, chercheur, créateur d’entreprise, investisseur, artiste, mandataire social, professionnel de santé ou de renommée reconnue.',
  horsDuCas: [
    'Vous avez la carte bleue européenne d’un autre État de l’Union, et aucun visa ni titre français : la demande se fait dans le mois qui suit votre entrée en France, sans visa de long séjour (CESEDA, art. L. 421-11). Ce portail ne connaît pas encore votre carte : écrivez dès votre arrivée.',
    'Vous avez déjà une carte « talent » et vous changez de motif, par exemple de salarié qualifié à créateur d’entreprise : le portail vous propose seulement de la renouveler.',
  ],
  acces: {
    sorte: 'titre',
    titres: [
      'visa_talent',
      'vls_ts_talent',
      'talent',
      'vls_ts_talent_famille',
      'talent_famille',
      'vls_ts_etudiant',
      'etudiant_temporaire',
      'etudiant_pluriannuelle',
      'recherche_emploi',
      'vls_ts_salarie',
      'salarie',
      'travailleur_temporaire',
      'entrepreneur',
      'vls_ts_visiteur',
      'visiteur',
      'vls_ts_conjoint',
      'conjoint_temporaire',
      'conjoint_pluriannuelle',
      'vls_ts_regroupement',
      'regroupement_temporaire',
      'regroupement_pluriannuelle',
      'parent_temporaire',
      'parent_pluriannuelle',
      'liens_personnels',
    ],
  },
  demandeur: 'soi',
  ouverture: OUVERTURE_2021,
  fenetre: FIN_DE_TITRE,
  traitement: 'instruction',
  situation: ['Vous avez un visa de long séjour ou un titre de séjour', 'Vous sollicitez une carte de séjour « talent »'],
  titreDelivre: TITRE_TALENT,
  silence: SILENCE_TALENT,
  documentProvisoire: API,
  travailPendantInstruction: {
    article: 'R.431-15-2, alinéa 2',
    si: {
      champ: 'titre_type',
      parmi: [
        'visa_talent',
        'vls_ts_talent',
        'vls_ts_talent_famille',
        'vls_ts_etudiant',
        'vls_ts_salarie',
        'vls_ts_visiteur',
        'vls_ts_conjoint',
        'vls_ts_regroupement',
      ],
    },
    precision: 'Pour une première carte, le droit de travailler pendant l’examen est réservé à qui a un visa de long séjour.',
  },
  tarif: 'normal',
  agdref: ['4801', '4802', '4803', '9814', '4804', '4805', '4806', '4807', '4808', '9815'],
  provenance: {
    source: 'CESEDA L.421-9 à L.421-21 ; listes ministérielles CSP « passeport talent »',
    certitude: 'D',
    dateSource: '2021-05',
  },
  etapes: sixEtapesTitulaire({
    entete: 'Maintenant, nous allons vous demander pourquoi vous venez travailler en France',
    sections: [...talent(questionsPremiere), liensFamiliaux, attestations],
  }),
  listes: [
    {
      version: 1,
      effetLe: '2025-06-16',
      source: 'CESEDA R.433-6, R.431-10, R.412-1, R.421-15-1 à R.421-37-4 ; listes ministérielles CSP « passeport talent » (mai 2021)',
      raison: 'Liste d’ouverture',
      pieces: [ephoto, titreOuVisa, nationalite, domicile, ...piecesTalent, contratEngagement, timbre],
    },
  ],
  // C20: a researcher gives the convention and the diploma, and waits sixty days
  exemple: {
    reponses: {
      numero_etranger: '9199000015',
      titre_type: 'vls_ts_etudiant',
      titre_debut: '2026-02-10',
      titre_fin: '2027-02-09',
      nom_naissance: 'TESTLIU',
      prenoms: ['Wei'],
      sexe: 'masculin',
      date_naissance: '1993',
      pays_naissance: 'CN',
      lieu_naissance: 'Chengdu',
      nationalites: ['CN'],
      adresse: {
        numero: '4',
        voie: 'Rue de Paris',
        complement: '',
        codePostal: '91120',
        ville: 'Palaiseau',
        pays: 'France',
        codeInsee: '91477',
      },
      email: 'wei.testliu@example.org',
      telephone: '0639980015',
      talent_motif: 'chercheur',
      organisme_accueil: 'Laboratoire d’essai de Palaiseau',
      convention_mobilite: 'non',
      profession_reglementee: 'non',
      date_entree_france: '2026-02-12',
      situation_familiale: 'celibataire',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'personnel' },
  },
};
