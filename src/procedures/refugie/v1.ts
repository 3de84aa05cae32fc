// Refugee, first carte de résident: CESEDA L.424-1. The attestation « reconnu réfugié » is due at the deposit (R.431-15-3); the card within
// three months of the decision (R.424-1). No regime by nationality: an Algerian refugee has the card of the code.
import type { Procedure } from '#domain/procedure/definition.ts';
import { etapesProtege, listeProtege, PROTEGE } from '../blocs/cadre-protection.ts';
import { apiImmediate } from '../blocs/protection.ts';

export const v1: Procedure = {
  ...PROTEGE,
  slug: 'refugie',
  code: 'BPI-REF-1',
  nom: 'Réfugié – première carte de résident',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR - RÉFUGIÉ',
  baseLegale: 'CESEDA L.424-1, L.424-2, R.424-1, R.431-15-3',
  public: 'L’Ofpra ou la Cour nationale du droit d’asile vous a reconnu la qualité de réfugié.',
  fenetre: { sorte: 'libre', article: 'R.431-15-3' },
  situation: ['Vous êtes dans une autre situation', 'Vous êtes reconnu(e) réfugié(e)'],
  titreDelivre: { libelle: 'Carte de résident', duree: '10 ans' },
  documentProvisoire: apiImmediate('reconnu réfugié', 'R.431-15-3'),
  travailPendantInstruction: {
    article: 'L.424-2, R.431-15-3',
    precision: 'Vous pouvez exercer la profession de votre choix dès le dépôt.',
  },
  commission: 'L.432-13 2°',
  provenance: { source: 'CESEDA L.424-1, R.431-15-3 ; service-public.fr, fiche F15401', certitude: 'L', dateSource: '2026-04-03' },
  etapes: etapesProtege({
    si: { champ: 'protection', parmi: ['subsidiaire'] },
    message: 'Vous avez la protection subsidiaire : une autre démarche vous est réservée, pour une carte de séjour pluriannuelle.',
    vers: { procedure: 'protection-subsidiaire' },
  }),
  listes: [listeProtege],
  // C16: the OFPRA wrote 1 January, a date of convention, kept as it is printed
  exemple: {
    reponses: {
      numero_etranger: '5999000008',
      nom_naissance: 'TESTRAHMANI',
      prenoms: ['Farid'],
      sexe: 'masculin',
      date_naissance: '1988-01-01',
      pays_naissance: 'AF',
      lieu_naissance: 'Hérat',
      nationalites: ['AF'],
      adresse: {
        numero: '9',
        voie: 'Rue Nationale',
        complement: 'Domiciliation associative',
        codePostal: '59000',
        ville: 'Lille',
        pays: 'France',
        codeInsee: '59350',
      },
      email: 'farid.testrahmani@example.org',
      telephone: '0639980008',
      protection: 'refugie',
      protection_organisme: 'ofpra',
      protection_date: '2026-10-20',
      date_entree_france: '2025-06-02',
      situation_familiale: 'celibataire',
      enfants_a_charge: 'non',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'domiciliation' },
  },
};
