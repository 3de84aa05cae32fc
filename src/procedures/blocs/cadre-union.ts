// What every card of book II has in common: no tax, no contract, no polygamy, no silence that refuses; the right exists without the card.
import type { Procedure } from '#domain/procedure/definition.ts';

const FICHE = { certitude: 'O', dateSource: '2023-12-19' } as const;

export const CARTE_UE = {
  version: 1,
  famille: 'union_europeenne',
  demandeur: 'soi',
  traitement: 'instruction',
  // R.*432-1 and R.432-2 are in book IV; nothing in book II makes a decision of silence
  silence: [],
  documentProvisoire: { sorte: 'attestation', mention: 'Attestation de demande de carte de séjour', article: 'R.233-17' },
  travailPendantInstruction: {
    article: 'R.233-18',
    precision: 'Votre droit de séjourner et de travailler en France ne dépend pas de la carte ni de l’attestation de demande.',
  },
  tarif: 'union_europeenne',
} satisfies Partial<Procedure>;

/** Said of the citizens by the sites of préfectures, not by an arrêté that we hold: R.431-2 is of book IV. */
export const OUVERTURE_UE: Procedure['ouverture'] = {
  depuis: '2021-05-01',
  source: 'Sites de préfectures (Vaucluse, Pas-de-Calais) et fiche F22116 : demande en ligne',
  ...FICHE,
};

export const OUVERTURE_FAMILLE_UE: Procedure['ouverture'] = {
  depuis: '2023-04-05',
  source: 'Arrêté du 31 mars 2023 (CESEDA annexe 9 ; Le Média social)',
  ...FICHE,
};
