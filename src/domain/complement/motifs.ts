// What a demande de complement is made of (03-instruction 5): a piece already given that is not acceptable, a missing piece,
// or a piece of information. The motif groups the items on the screen of the person (S-166).

export const SORTES_ITEM = ['piece_a_revoir', 'piece_manquante', 'information'] as const;
export type SorteItem = (typeof SORTES_ITEM)[number];

export const MOTIFS_ITEM = ['illisible', 'mauvais_document', 'perime', 'incomplet', 'non_traduit', 'autre', 'manquant', 'information'] as const;
export type MotifItem = (typeof MOTIFS_ITEM)[number];

/** Heading of the group (S-166), and the short word of the agent's list. */
export const MOTIF_ITEM: Readonly<Record<MotifItem, { phrase: string; libelle: string; sorte: SorteItem }>> = {
  illisible: { phrase: 'Les documents mentionnés ci-dessous ne sont pas lisibles :', libelle: 'Pas lisible', sorte: 'piece_a_revoir' },
  mauvais_document: { phrase: 'Les documents mentionnés ci-dessous ne sont pas ceux qui sont demandés :', libelle: 'Mauvais document', sorte: 'piece_a_revoir' },
  perime: { phrase: 'Les documents mentionnés ci-dessous ne sont plus valables :', libelle: 'Périmé', sorte: 'piece_a_revoir' },
  incomplet: { phrase: 'Les documents mentionnés ci-dessous ne sont pas complets :', libelle: 'Incomplet', sorte: 'piece_a_revoir' },
  non_traduit: { phrase: 'Les documents mentionnés ci-dessous ne sont pas traduits en français par un traducteur agréé :', libelle: 'Non traduit', sorte: 'piece_a_revoir' },
  autre: { phrase: 'Les documents mentionnés ci-dessous ne peuvent pas être acceptés en l’état :', libelle: 'Autre', sorte: 'piece_a_revoir' },
  manquant: { phrase: 'Les documents mentionnés ci-dessous manquent à votre dossier :', libelle: 'Manquant', sorte: 'piece_manquante' },
  information: { phrase: 'Les informations mentionnées ci-dessous sont nécessaires :', libelle: 'Information', sorte: 'information' },
};
