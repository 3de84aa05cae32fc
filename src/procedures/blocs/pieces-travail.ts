// Pieces of the seasonal workers: L.421-34, L.414-12, and the sheet F21516 (2020: its « contrat visé » is since an authorisation).
import type { PieceDemandee } from '#domain/procedure/definition.ts';

const MOTIF = { groupe: 'Motif de séjour', requis: true, moment: 'depot' } as const;
const LOI = { certitude: 'L', dateSource: '2026-04-03' } as const;
const FICHE = { certitude: 'P', dateSource: '2020-01-21' } as const;

export const autorisationTravail: PieceDemandee = {
  code: 'autorisation_travail',
  libelle: 'Autorisation de travail',
  ...MOTIF,
  mode: { sorte: 'unique', document: 'L’autorisation de travail en cours de validité, obtenue en ligne par votre employeur' },
  source: 'CESEDA L.421-34, L.414-12 ; code du travail L.5221-2',
  ...LOI,
};

export const contratSaison: PieceDemandee = {
  code: 'contrat_saison',
  libelle: 'Contrat de travail saisonnier',
  ...MOTIF,
  mode: { sorte: 'unique', document: 'Votre contrat de travail saisonnier, d’une durée d’au moins trois mois' },
  source: 'Service-public.fr F21516 ; code du travail R.5221-24',
  ...FICHE,
};

export const engagementResidence: PieceDemandee = {
  code: 'engagement_residence_etr',
  libelle: 'Engagement de maintenir votre résidence habituelle hors de France',
  ...MOTIF,
  mode: {
    sorte: 'formulaire_signe',
    modele: 'engagement-residence-hors-de-france',
    document: 'L’engagement daté et signé de votre main',
  },
  source: 'CESEDA L.421-34 ; service-public.fr F21516',
  ...LOI,
};

/** At a renewal: the six months a year of the former card were kept to. */
export const respectSixMois: PieceDemandee = {
  code: 'respect_six_mois',
  libelle: 'Respect des six mois de séjour par an',
  ...MOTIF,
  mode: {
    sorte: 'au_moins_un',
    choix: [
      'Pages du passeport avec les cachets d’entrée et de sortie',
      'Bulletins de salaire des périodes travaillées',
      'Tout autre justificatif',
    ],
  },
  source: 'CESEDA L.421-34, alinéa 3, R.433-2 ; service-public.fr F21516',
  ...FICHE,
};
