// Talent, renewal of a card or of a VLS-TS « talent »: CESEDA L.433-1 (conditions still met), L.421-9, L.421-11 and L.421-14 for who lost
// their job. Pieces of a first card (R.433-2), without the diploma already shown.
import type { Procedure } from '#domain/procedure/definition.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { attestations } from '../blocs/famille.ts';
import { contratEngagement, domicile, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { piecesTalentRenouvellement } from '../blocs/pieces-talent.ts';
import { titreActuel } from '../blocs/pieces-titulaire.ts';
import { API, FIN_DE_TITRE, OUVERTURE_2021 } from '../blocs/regles.ts';
import { questionsRenouvellement, SILENCE_TALENT_RENOUVELLEMENT, TITRE_TALENT_RENOUVELE, talent } from '../blocs/talent.ts';

export const v1: Procedure = {
  slug: 'talent-renouvellement',
  version: 1,
  code: 'TAL-R',
  nom: 'Talent – renouvellement',
  titreListe: 'RENOUVELLEMENT DE TITRE DE SÉJOUR - TALENT',
  famille: 'talent',
  baseLegale: 'CESEDA L.421-9, L.421-11, L.421-13-1, L.421-14, L.421-16, L.421-19, L.421-20, L.421-21, L.433-1',
  sorte: 'renouvellement',
  public: 'Vous avez une carte de séjour ou un visa valant titre de séjour « talent » et votre activité continue.',
  horsDuCas: [
    'Vous changez de motif, par exemple de salarié qualifié à créateur d’entreprise : cette demande garde le motif de votre carte.',
  ],
  acces: { sorte: 'titre', titres: ['vls_ts_talent', 'talent'] },
  demandeur: 'soi',
  ouverture: OUVERTURE_2021,
  fenetre: FIN_DE_TITRE,
  traitement: 'instruction',
  situation: ['Vous êtes titulaire d’un titre de séjour « talent »', 'Vous sollicitez le renouvellement de ce titre'],
  titreDelivre: TITRE_TALENT_RENOUVELE,
  silence: SILENCE_TALENT_RENOUVELLEMENT,
  documentProvisoire: API,
  travailPendantInstruction: { article: 'R.431-15-2, alinéa 4' },
  tarif: 'normal_renouvellement',
  agdref: ['4801', '4802', '4803', '9814', '4804', '4805', '4806', '4807', '4808', '9815'],
  provenance: { source: 'CESEDA L.433-1, R.433-2 ; listes ministérielles CSP « passeport talent »', certitude: 'D', dateSource: '2021-05' },
  etapes: quatreEtapes({ titre: 'Votre activité', sections: [...talent(questionsRenouvellement), attestations] }),
  listes: [
    {
      version: 1,
      effetLe: '2025-06-16',
      source: 'CESEDA R.433-2, R.431-10, R.412-1, R.421-15-1 à R.421-37-4 ; listes ministérielles CSP « passeport talent » (mai 2021)',
      raison: 'Liste d’ouverture',
      pieces: [ephoto, titreActuel, nationalite, domicile, ...piecesTalentRenouvellement, contratEngagement, timbre],
    },
  ],
  exemple: {
    reponses: {
      numero_etranger: '9199000016',
      titre_type: 'talent',
      titre_debut: '2023-02-10',
      titre_fin: '2027-02-09',
      nom_naissance: 'TESTGARCIA',
      prenoms: ['Elena'],
      sexe: 'feminin',
      date_naissance: '1989-10-03',
      pays_naissance: 'MX',
      lieu_naissance: 'Puebla',
      nationalites: ['MX'],
      talent_motif: 'carte_bleue',
      prive_emploi: 'non',
      profession_reglementee: 'non',
      employeur_nom: 'Société d’essai',
      emploi: 'Ingénieure en optique',
      type_contrat: 'cdi',
      emploi_debut: '2023-03-01',
      remuneration_annuelle: '61000',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
      adresse: {
        numero: '18',
        voie: 'Rue Victor Hugo',
        complement: '',
        codePostal: '91120',
        ville: 'Palaiseau',
        pays: 'France',
        codeInsee: '91477',
      },
      adresse_inchangee: 'oui',
      email: 'elena.testgarcia@example.org',
      telephone: '0639980016',
    },
    variantes: { domicile: 'personnel' },
  },
};
