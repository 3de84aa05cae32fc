// Pieces of citizens of the Union and of their family. Book II asks few of them, and lets most things be proved by any means.
import type { Condition, PieceDemandee } from '#domain/procedure/definition.ts';
import { A_CHARGE } from './union.ts';

const PERSONNELLES = { groupe: 'Informations personnelles', requis: true, moment: 'depot' } as const;
const MOTIF = { groupe: 'Motif de séjour', requis: true, moment: 'depot' } as const;
const LOI = { certitude: 'L', dateSource: '2026-04-03' } as const;
const FICHES = { certitude: 'P', dateSource: '2020-10-28' } as const;

export const identiteUe: PieceDemandee = {
  ...PERSONNELLES,
  code: 'identite_ue',
  libelle: 'Carte d’identité ou passeport en cours de validité',
  sousGroupe: 'État civil',
  mode: { sorte: 'un_parmi', choix: ['Carte d’identité, recto et verso', 'Passeport, page d’identité'] },
  source: 'CESEDA R.233-1, R.233-11 à R.233-14',
  ...LOI,
};

/** R.233-14, R.233-15: the passport, or the identity card of who is European too. */
export const identiteFamilleUe: PieceDemandee = {
  ...identiteUe,
  libelle: 'Passeport en cours de validité, ou carte d’identité',
  mode: {
    sorte: 'un_parmi',
    choix: ['Passeport : page d’identité, visas et cachets d’entrée', 'Carte d’identité, si vous êtes vous-même citoyen européen'],
  },
  source: 'CESEDA R.233-14 et R.233-15 ; fiche F19315',
};

export const domicileUe: PieceDemandee = {
  code: 'domicile_ue',
  libelle: 'Indication de votre domicile',
  groupe: 'Domiciliation',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'libre', document: 'Facture, bail, attestation de la personne qui vous héberge, ou tout autre document' },
  source: 'Fiches F16003, F22117 et F19315 de service-public.fr',
  ...FICHES,
};

/** The old card is asked back at the renewal; without it the new one costs 25 €. */
export const carteExpirante: PieceDemandee = {
  ...PERSONNELLES,
  code: 'carte_ue_expirante',
  libelle: 'Carte de séjour arrivant à expiration',
  aide: 'La nouvelle carte est gratuite si vous présentez l’ancienne ; sinon, un timbre fiscal vous sera demandé à la remise. Une demande faite après la fin de la carte ne coûte rien de plus à un citoyen européen : son droit de séjour ne dépend pas de la carte.',
  requis: false,
  mode: { sorte: 'unique', document: 'Votre carte de séjour, recto et verso' },
  source: 'Fiches F22116, F22117 et F19315 ; CESEDA R.234-1',
  ...FICHES,
};

/** Where the first request and the renewal follow the same form. */
export const ancienneCarte: PieceDemandee = {
  ...carteExpirante,
  libelle: 'Votre carte de séjour actuelle, si vous en avez une',
  aide: 'Si vous la renouvelez sans la présenter, un timbre fiscal vous sera demandé à la remise de la nouvelle.',
};

/** The engine cannot know whether the old card was given back: said, not required. */
export const timbreSansCarte: PieceDemandee = {
  code: 'timbre_sans_carte',
  libelle: 'Timbre fiscal électronique',
  aide: 'Seulement si vous ne rendez pas votre ancienne carte.',
  groupe: 'À la remise du titre',
  requis: false,
  moment: 'remise',
  mode: { sorte: 'unique', document: 'Le numéro du timbre fiscal électronique' },
  source: 'Fiches F22116, F22117 et F19315',
  ...FICHES,
};

const assurance: PieceDemandee = {
  ...MOTIF,
  code: 'assurance_maladie',
  libelle: 'Justificatif d’assurance maladie',
  aide: 'La première année, la carte européenne d’assurance maladie peut suffire.',
  mode: {
    sorte: 'un_parmi',
    choix: ['Attestation de droits ou carte d’assurance maladie', 'Attestation d’une assurance qui couvre la maladie et la maternité'],
  },
  source: 'CESEDA R.233-1, R.233-12 à R.233-15',
  ...LOI,
};

const ressources: PieceDemandee = {
  ...MOTIF,
  code: 'ressources_ue',
  libelle: 'Justificatif de ressources',
  aide: 'Elles sont appréciées selon votre situation, et jamais au-dessus du revenu de solidarité active.',
  mode: { sorte: 'au_moins_un', choix: ['Bulletins de pension', 'Relevés de compte', 'Tout autre justificatif de ressources'] },
  source: 'CESEDA R.233-1, R.233-12, R.233-14 et R.233-15',
  ...LOI,
};

export const assuranceSi = (condition: Condition): PieceDemandee => ({ ...assurance, condition });
export const ressourcesSi = (condition: Condition): PieceDemandee => ({ ...ressources, condition });

/** R.233-11 (works), R.233-7 (no longer works), R.233-12 (does not work), R.233-13 (studies). */
export const piecesDroitCitoyen: readonly PieceDemandee[] = [
  {
    ...MOTIF,
    code: 'emploi_ue',
    libelle: 'Justificatif d’emploi',
    condition: { champ: 'situation_ue', parmi: ['salarie'] },
    mode: { sorte: 'un_parmi', choix: ['Déclaration d’engagement ou d’emploi établie par l’employeur', 'Attestation d’emploi'] },
    source: 'CESEDA R.233-11 2°',
    ...LOI,
  },
  {
    ...MOTIF,
    code: 'activite_ue',
    libelle: 'Justificatif d’activité à votre compte',
    condition: { champ: 'situation_ue', parmi: ['independant'] },
    mode: {
      sorte: 'au_moins_un',
      choix: [
        'Immatriculation à un registre légal',
        'Affiliation à un organisme professionnel ou de sécurité sociale',
        'Bail professionnel, factures, contrats',
        'Déclarations de chiffre d’affaires, livre des recettes et des achats',
      ],
    },
    source: 'CESEDA R.233-11 2° ; fiche F16003',
    ...LOI,
  },
  {
    ...MOTIF,
    code: 'maintien_droit_ue',
    libelle: 'Justificatif de l’arrêt de votre activité',
    condition: { champ: 'situation_ue', parmi: ['sans_emploi'] },
    mode: {
      sorte: 'au_moins_un',
      choix: [
        'Certificat d’incapacité de travail',
        'Attestation de fin d’emploi ou lettre de licenciement, avec l’inscription comme demandeur d’emploi',
        'Attestation de formation professionnelle',
      ],
    },
    source: 'CESEDA R.233-7 ; fiche F16003',
    ...LOI,
  },
  {
    ...MOTIF,
    code: 'inscription_etudes',
    libelle: 'Justificatif d’inscription dans un établissement d’enseignement',
    condition: { champ: 'situation_ue', parmi: ['etudiant'] },
    mode: { sorte: 'un_parmi', choix: ['Attestation d’inscription', 'Carte d’étudiant'] },
    source: 'CESEDA R.233-13 2° ; fiche F22116',
    ...LOI,
  },
  assuranceSi({ champ: 'situation_ue', parmi: ['etudiant', 'inactif'] }),
  {
    ...MOTIF,
    code: 'declaration_ressources_ue',
    libelle: 'Déclaration de ressources suffisantes',
    aide: 'Une déclaration de votre main suffit, ou tout autre moyen de votre choix.',
    condition: { champ: 'situation_ue', parmi: ['etudiant'] },
    mode: {
      sorte: 'libre',
      document: 'Déclaration que vous avez des ressources suffisantes pour vous et votre famille, ou autre justificatif',
    },
    source: 'CESEDA R.233-13 4°',
    ...LOI,
  },
  ressourcesSi({ champ: 'situation_ue', parmi: ['inactif'] }),
];

/** The family: the link, its dependence, and the right of the person who is joined. */
export const lienFamilial = (condition?: Condition): PieceDemandee => ({
  ...MOTIF,
  code: 'lien_ue',
  libelle: 'Justificatif du lien familial avec le citoyen européen',
  ...(condition ? { condition } : {}),
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Mari ou femme : acte de mariage',
      'Enfant : acte de naissance, copie intégrale ou extrait avec filiation',
      'Parent : acte de naissance de l’enfant qui vous prend en charge',
      'Autre membre de la famille ou partenaire : tout document qui établit le lien',
    ],
  },
  source: 'CESEDA R.233-14 et R.233-15 ; fiche F19315',
  ...LOI,
});

export const priseEnCharge: PieceDemandee = {
  ...MOTIF,
  code: 'charge_ue',
  libelle: 'Justificatifs que le citoyen européen vous prend en charge',
  condition: A_CHARGE,
  mode: {
    sorte: 'au_moins_un',
    choix: ['Virements réguliers', 'Attestation d’hébergement', 'Avis d’imposition', 'Tout autre justificatif'],
  },
  source: 'CESEDA L.200-4 et L.233-1 5° (personnes à charge) ; aucune liste ne le nomme',
  certitude: 'G',
  dateSource: '2026-04-03',
};

/** `depuis`: since when the right must be proved, in a sentence. */
export const droitAccueillant = (aide: string, condition?: Condition): PieceDemandee => ({
  ...MOTIF,
  code: 'droit_sejour_accueillant',
  libelle: 'Justificatif du droit au séjour du citoyen européen',
  aide,
  ...(condition ? { condition } : {}),
  mode: {
    sorte: 'au_moins_un',
    choix: [
      'Contrat de travail ou attestation d’emploi',
      'Preuves de ressources et assurance maladie',
      'Carte d’étudiant',
      'Tout autre justificatif',
    ],
  },
  source: 'CESEDA R.233-14 et R.233-15 ; fiche F19315',
  ...LOI,
});
