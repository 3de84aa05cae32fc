// The amounts, dated (D-19). First the code as consolidated on 3 April 2026; then what the loi de finances pour 2026 (art. 128) voted,
// whose first day no source that we hold gives: those rows have no date and are told, not applied. Cents of euro.
import type { LigneTarif } from '#domain/tarif/montant.ts';

/** L.436-1 to L.436-8 have these numbers since the code of 1 May 2021. */
const CODE = { du: '2021-05-01', certitude: 'L', dateSource: '2026-04-03' } as const;
/** Reported by two federations of associations; neither the text nor its date of application is in what we hold. */
const LOI_2026 = {
  du: null,
  source: 'Loi de finances pour 2026, art. 128 (rapportée par l’UNAFO et la Fédération des acteurs de la solidarité)',
  certitude: 'O',
  dateSource: '2026',
} as const;
const DEDUIT_2026 = { ...LOI_2026, certitude: 'X' } as const;

const NORMAL = { code: 'normal', libelle: 'Titre au taux normal' } as const;
const REDUIT = {
  code: 'reduit',
  libelle: 'Titre au taux réduit (études, regroupement familial, travail saisonnier…)',
} as const;
const CINQ_ANS = { code: 'cinq_ans', libelle: 'Titre de voyage valable cinq ans' } as const;
const QUATRE_ANS = { code: 'quatre_ans', libelle: 'Titre de voyage valable quatre ans' } as const;
const CARTE_RENDUE = { code: 'carte_rendue', libelle: 'Première carte, ou ancienne carte présentée' } as const;
const CARTE_NON_RENDUE = { code: 'carte_non_rendue', libelle: 'Ancienne carte non présentée' } as const;

export const LIGNES_TARIFS: readonly LigneTarif[] = [
  { code: 'normal', taxe: 200_00, timbre: 25_00, source: 'CESEDA L.436-1 et L.436-7', ...CODE },
  { code: 'normal_renouvellement', taxe: 200_00, timbre: 25_00, source: 'CESEDA L.436-1 et L.436-7', ...CODE },
  { code: 'reduit', taxe: 50_00, timbre: 25_00, source: 'CESEDA L.436-1, alinéa 2, et L.436-7', ...CODE },
  { code: 'reduit_renouvellement', taxe: 50_00, timbre: 25_00, source: 'CESEDA L.436-1, alinéa 2, et L.436-7', ...CODE },
  { code: 'timbre_seul', taxe: 0, timbre: 25_00, source: 'CESEDA L.436-1, alinéa 4, et L.436-7', ...CODE },
  { code: 'exempt', taxe: 0, timbre: 0, source: 'CESEDA L.436-8', ...CODE },
  {
    code: 'union_europeenne',
    cas: CARTE_RENDUE,
    taxe: 0,
    timbre: 0,
    source: 'Service-public.fr, fiches F19315 et F22116',
    du: '2021-05-01',
    certitude: 'P',
    dateSource: '2020-10-28',
  },
  {
    code: 'union_europeenne',
    cas: CARTE_NON_RENDUE,
    taxe: 25_00,
    timbre: 0,
    source: 'Service-public.fr, fiches F19315 et F22116',
    du: '2021-05-01',
    certitude: 'P',
    dateSource: '2020-10-28',
  },
  { code: 'duplicata', cas: NORMAL, taxe: 200_00, timbre: 25_00, source: 'CESEDA L.436-2 et L.436-7', ...CODE },
  { code: 'duplicata', cas: REDUIT, taxe: 50_00, timbre: 25_00, source: 'CESEDA L.436-2 et L.436-7', ...CODE },
  { code: 'changement', taxe: 0, timbre: 25_00, source: 'CESEDA L.436-7', ...CODE },
  { code: 'dcem', taxe: 50_00, timbre: 0, source: 'CESEDA L.436-3', ...CODE },
  {
    code: 'titre_voyage',
    cas: CINQ_ANS,
    taxe: 0,
    timbre: 45_00,
    source: 'Service-public.fr, fiche F15401',
    du: '2021-05-01',
    certitude: 'P',
    dateSource: '2020-03-01',
  },
  {
    code: 'titre_voyage',
    cas: QUATRE_ANS,
    taxe: 0,
    timbre: 40_00,
    source: 'Pages publiques de préfectures et de Réfugiés.info sur le titre de voyage',
    du: '2021-05-01',
    certitude: 'O',
    dateSource: '2026',
  },
  { code: 'vls_ts', cas: NORMAL, taxe: 200_00, timbre: 0, source: 'CESEDA L.436-1, dernier alinéa', ...CODE },
  { code: 'vls_ts', cas: REDUIT, taxe: 50_00, timbre: 0, source: 'CESEDA L.436-1, dernier alinéa', ...CODE },
  {
    code: 'nationalite',
    taxe: 0,
    timbre: 55_00,
    source: 'Code général des impôts, art. 958',
    du: '2021-05-01',
    certitude: 'G',
    dateSource: '2026-04-03',
  },
  {
    code: 'gratuit',
    taxe: 0,
    timbre: 0,
    source: 'Aucun texte ne prévoit de paiement',
    du: '2021-05-01',
    certitude: 'X',
    dateSource: '2026-04-03',
  },
  { code: 'retard', taxe: 180_00, timbre: 0, source: 'CESEDA L.436-5', ...CODE },
  { code: 'regularisation', taxe: 200_00, timbre: 0, aLaDemande: 50_00, source: 'CESEDA L.436-4', ...CODE },

  { code: 'normal', taxe: 300_00, timbre: 50_00, ...LOI_2026 },
  { code: 'normal_renouvellement', taxe: 200_00, timbre: 50_00, ...LOI_2026 },
  { code: 'reduit', taxe: 100_00, timbre: 50_00, ...LOI_2026 },
  { code: 'reduit_renouvellement', taxe: 50_00, timbre: 50_00, ...LOI_2026 },
  { code: 'timbre_seul', taxe: 0, timbre: 50_00, ...LOI_2026 },
  { code: 'duplicata', cas: NORMAL, taxe: 200_00, timbre: 50_00, ...LOI_2026 },
  { code: 'duplicata', cas: REDUIT, taxe: 50_00, timbre: 50_00, ...LOI_2026 },
  { code: 'changement', taxe: 0, timbre: 50_00, ...LOI_2026 },
  { code: 'vls_ts', cas: NORMAL, taxe: 300_00, timbre: 0, ...DEDUIT_2026 },
  { code: 'vls_ts', cas: REDUIT, taxe: 100_00, timbre: 0, ...DEDUIT_2026 },
  { code: 'nationalite', taxe: 0, timbre: 255_00, ...LOI_2026 },
  { code: 'regularisation', taxe: 300_00, timbre: 0, aLaDemande: 100_00, ...LOI_2026 },
];
