// What every family ground has in common: who begins, the period of silence, the document held meanwhile.
import type { Procedure } from '#domain/procedure/definition.ts';
import { API, FIN_DE_TITRE, QUATRE_MOIS } from './regles.ts';

export const PREMIERE_DEMANDE = {
  version: 1,
  sorte: 'premiere_demande',
  acces: { sorte: 'sans_titre' },
  demandeur: 'soi',
  traitement: 'instruction',
  silence: [QUATRE_MOIS],
  documentProvisoire: API,
} satisfies Partial<Procedure>;

export const RENOUVELLEMENT = {
  version: 1,
  sorte: 'renouvellement',
  demandeur: 'soi',
  traitement: 'instruction',
  fenetre: FIN_DE_TITRE,
  silence: [QUATRE_MOIS],
  documentProvisoire: API,
  travailPendantInstruction: { article: 'R.431-15-2' },
  situation: ['Vous êtes titulaire d’un titre de séjour', 'Vous sollicitez le renouvellement de ce titre'],
} satisfies Partial<Procedure>;

/** The right to work goes with a document that not everybody is given. */
export const TRAVAIL_AVEC_API: NonNullable<Procedure['travailPendantInstruction']> = {
  article: 'R.431-15-2',
  precision:
    'Ce droit est attaché à l’attestation de prolongation d’instruction, remise à qui détenait un document de séjour ou dépose sa demande à ses 18 ans (CESEDA, art. R. 431-15-1).',
};

/** Neither the arrêté of 22 June 2023 nor its list is in what we hold: this ground is placed there by elimination. */
export const OUVERTURE_JUIN_2023: Procedure['ouverture'] = {
  depuis: '2023-06-22',
  source: 'Arrêté du 22 juin 2023 (CESEDA annexe 9), contenu déduit par élimination',
  certitude: 'X',
  dateSource: '2026-04-03',
};
