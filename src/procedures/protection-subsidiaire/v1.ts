// Subsidiary protection, first card of several years: CESEDA L.424-9. The attestation is due at the deposit (R.431-15-4); the card within
// three months of the decision (R.424-7). No commission du titre de séjour: L.432-13 does not name L.424-9.
import type { Procedure } from '#domain/procedure/definition.ts';
import { etapesProtege, listeProtege, PROTEGE } from '../blocs/cadre-protection.ts';
import { apiImmediate } from '../blocs/protection.ts';

export const v1: Procedure = {
  ...PROTEGE,
  slug: 'protection-subsidiaire',
  code: 'BPI-PS-1',
  nom: 'Protection subsidiaire – première carte',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR - BÉNÉFICIAIRE DE LA PROTECTION SUBSIDIAIRE',
  baseLegale: 'CESEDA L.424-9, L.424-10, R.424-7, R.431-15-4',
  public: 'L’Ofpra ou la Cour nationale du droit d’asile vous a accordé la protection subsidiaire.',
  fenetre: { sorte: 'libre', article: 'R.431-15-4' },
  situation: ['Vous êtes dans une autre situation', 'Vous avez obtenu la protection subsidiaire'],
  titreDelivre: { libelle: 'Carte de séjour pluriannuelle « bénéficiaire de la protection subsidiaire »', duree: '4 ans au plus' },
  documentProvisoire: apiImmediate('a obtenu le bénéfice de la protection subsidiaire', 'R.431-15-4'),
  travailPendantInstruction: {
    article: 'L.424-10, R.431-15-4',
    precision: 'Vous pouvez exercer la profession de votre choix dès le dépôt.',
  },
  provenance: { source: 'CESEDA L.424-9, R.431-15-4 ; service-public.fr, fiche F2689', certitude: 'L', dateSource: '2026-04-03' },
  etapes: etapesProtege({
    si: { champ: 'protection', parmi: ['refugie'] },
    message: 'Vous êtes reconnu(e) réfugié(e) : une autre démarche vous est réservée, pour une carte de résident.',
    vers: { procedure: 'refugie' },
  }),
  listes: [listeProtege],
  // C17
  exemple: {
    reponses: {
      numero_etranger: '7599000009',
      nom_naissance: 'TESTKOVALENKO',
      prenoms: ['Olena'],
      sexe: 'feminin',
      date_naissance: '1985-04-03',
      pays_naissance: 'UA',
      lieu_naissance: 'Kharkiv',
      nationalites: ['UA'],
      adresse: {
        numero: '30',
        voie: 'Rue de Charenton',
        complement: '',
        codePostal: '75012',
        ville: 'Paris',
        pays: 'France',
        codeInsee: '75112',
      },
      email: 'olena.testkovalenko@example.org',
      telephone: '0639980009',
      protection: 'subsidiaire',
      protection_organisme: 'cnda',
      protection_date: '2026-09-14',
      date_entree_france: '2024-11-08',
      situation_familiale: 'divorce',
      enfants_a_charge: 'oui',
      enfants: [
        {
          nom_naissance: 'TESTKOVALENKO',
          prenoms: ['Danylo'],
          sexe: 'masculin',
          date_naissance: '2014-02-18',
          nationalites: ['UA'],
          residence: 'france',
        },
      ],
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'particulier' },
  },
};
