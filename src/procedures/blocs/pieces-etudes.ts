// Pieces of the students: ministry list of May 2021, checked against L.422-1, L.422-2 and the sheet F2231.
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { CONCOURS, MOBILITE, PROVISOIRE } from './etudes.ts';

const MOTIF = { groupe: 'Motif de séjour', requis: true, moment: 'depot' } as const;
const LISTE = { certitude: 'D', dateSource: '2021-05' } as const;
const LOI = { certitude: 'L', dateSource: '2026-04-03' } as const;

export const inscription: PieceDemandee = {
  code: 'inscription_etudes',
  libelle: 'Certificat d’inscription ou de préinscription',
  aide: 'L’enseignement à distance et le statut d’auditeur libre ne suffisent pas.',
  ...MOTIF,
  mode: {
    sorte: 'un_parmi',
    choix: ['Certificat d’inscription dans votre établissement pour l’année en cours', 'Attestation de préinscription ou d’admission'],
  },
  source: 'CESEDA L.422-1 ; liste ministérielle CST « étudiant »',
  ...LISTE,
};

/** The card is not given before the final certificate (F2231). */
export const inscriptionDefinitive: PieceDemandee = {
  code: 'inscription_definitive',
  libelle: 'Certificat d’inscription définitive',
  groupe: 'À la remise du titre',
  requis: true,
  moment: 'remise',
  condition: PROVISOIRE,
  mode: { sorte: 'unique', document: 'Le certificat d’inscription définitive dans votre établissement' },
  source: 'Liste ministérielle CST « étudiant » ; service-public.fr F2231',
  ...LISTE,
};

/** 615 € a month is the amount of the list; the decree names no other (R.422-8 speaks of the basic grant of the State). */
export const ressourcesEtudiant: PieceDemandee = {
  code: 'ressources_etudiant',
  libelle: 'Moyens d’existence',
  ...MOTIF,
  condition: { non: CONCOURS },
  mode: {
    sorte: 'cumul',
    document: 'Vos ressources, additionnées, doivent atteindre au moins 615 € par mois.',
    choix: [
      'Attestation de bourse précisant son montant et sa durée, ou de participation à un programme européen',
      'Vos trois derniers bulletins de salaire, si vous travaillez',
      'Attestation de prise en charge par un tiers, avec sa pièce d’identité et les preuves de ses versements',
      'Attestation bancaire de virements réguliers ou de solde créditeur suffisant',
    ],
  },
  source: 'CESEDA L.422-1 ; liste ministérielle CST « étudiant » ; service-public.fr F2231',
  ...LISTE,
};

export const concours: PieceDemandee = {
  code: 'concours_etudiant',
  libelle: 'Réussite au concours d’entrée',
  ...MOTIF,
  condition: CONCOURS,
  mode: {
    sorte: 'tous',
    elements: [
      { code: 'visa_concours', document: 'Votre visa « étudiant-concours »' },
      { code: 'reussite_concours', document: 'L’attestation de réussite au concours ou à l’examen d’entrée' },
    ],
  },
  source: 'CESEDA L.422-2 ; liste ministérielle CST « étudiant » ; service-public.fr F2231',
  ...LISTE,
};

export const scolariteDepuis16Ans: PieceDemandee = {
  code: 'scolarite_depuis_16_ans',
  libelle: 'Scolarité en France sans interruption depuis l’âge de 16 ans',
  ...MOTIF,
  condition: { champ: 'fondement_etudes', parmi: ['scolarite'] },
  mode: {
    sorte: 'au_moins_un',
    choix: ['Certificats de scolarité de chaque année depuis vos 16 ans', 'Bulletins ou relevés de notes de ces années'],
  },
  source: 'CESEDA L.422-1, alinéa 2 ; service-public.fr F2231',
  ...LOI,
};

export const necessiteEtudes: PieceDemandee = {
  code: 'necessite_etudes',
  libelle: 'Nécessité liée au déroulement de vos études',
  ...MOTIF,
  condition: { champ: 'fondement_etudes', parmi: ['necessite'] },
  mode: { sorte: 'libre', document: 'Par exemple une lettre de votre établissement, et votre explication' },
  source: 'CESEDA L.422-1, alinéa 2',
  ...LOI,
};

export const resultatsEtudiant: PieceDemandee = {
  code: 'resultats_etudiant',
  libelle: 'Résultats de l’année écoulée',
  aide: 'Un redoublement par cycle d’études ne remet pas en cause, à lui seul, le sérieux de vos études.',
  ...MOTIF,
  mode: {
    sorte: 'au_moins_un',
    choix: [
      'Relevé de notes',
      'Dernier diplôme obtenu',
      'Attestation de réussite',
      'Attestation d’assiduité et de présentation aux examens',
    ],
  },
  source: 'CESEDA L.411-4 8° ; liste ministérielle CSP « étudiant » ; service-public.fr F2231',
  ...LISTE,
};

export const programmeMobilite: PieceDemandee = {
  code: 'prog_mobilite',
  libelle: 'Programme de mobilité',
  ...MOTIF,
  condition: MOBILITE,
  mode: {
    sorte: 'unique',
    document: 'Le document de votre établissement qui décrit le programme ou la convention de mobilité et sa durée',
  },
  source: 'CESEDA L.422-5, L.422-6 ; liste ministérielle CSP « étudiant-programme de mobilité »',
  ...LISTE,
};
