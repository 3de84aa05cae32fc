// What a demande de complement is made of (03-instruction 5, S-166): kinds of items, reasons, and the sentence that introduces
// the documents of one reason on the usager's screen.

/** document: one already given · piece_manquante: one of the list never given · information: an answer in words */
export const SORTES_ITEM = ['document', 'piece_manquante', 'information'] as const;
export type SorteItem = (typeof SORTES_ITEM)[number];

export const MOTIFS_PIECE = ['illisible', 'mauvais_document', 'perime', 'incomplet', 'non_traduit', 'autre'] as const;
export type MotifPiece = (typeof MOTIFS_PIECE)[number];

/** As the agent chooses it, and as it introduces a group of documents to the usager. */
export const MOTIF_PIECE: Readonly<Record<MotifPiece, { libelle: string; groupe: string }>> = {
  illisible: { libelle: 'Illisible', groupe: 'Les documents mentionnés ci-dessous ne sont pas lisibles :' },
  mauvais_document: {
    libelle: 'Ce n’est pas le document demandé',
    groupe: 'Les documents mentionnés ci-dessous ne sont pas ceux qui étaient demandés :',
  },
  perime: { libelle: 'Périmé ou trop ancien', groupe: 'Les documents mentionnés ci-dessous ne sont plus valables :' },
  incomplet: { libelle: 'Incomplet', groupe: 'Les documents mentionnés ci-dessous sont incomplets :' },
  non_traduit: {
    libelle: 'Sans traduction en français',
    groupe: 'Les documents mentionnés ci-dessous doivent être traduits en français :',
  },
  autre: { libelle: 'Autre motif', groupe: 'Les documents mentionnés ci-dessous appellent une observation :' },
};

export const GROUPE_MANQUANTES = 'Les documents mentionnés ci-dessous manquent à votre dossier :';
export const GROUPE_INFORMATIONS = 'Les informations mentionnées ci-dessous sont nécessaires :';

/** Lines offered to the agent for questions; a form without scripts cannot add one. */
export const INFORMATIONS_OFFERTES = 2;

/** One thing asked. `observation` is written by the agent and shown to the usager. */
export type ItemDemande =
  | { sorte: 'document'; pieceCode: string; motif: MotifPiece; observation: string }
  | { sorte: 'piece_manquante'; pieceCode: string; observation: string }
  | { sorte: 'information'; observation: string };

/** A file that the antivirus threw away after the deposit is proposed to the agent as something to ask for again. */
const APRES_VIRUS: { motif: MotifPiece; observation: string } = {
  motif: 'autre',
  observation:
    'Le fichier contenait un virus : il a été supprimé. Vérifiez votre appareil avec un antivirus, puis joignez de nouveau ce document.',
};

type PieceJugee = { motif: MotifPiece | null; observation: string | null; aRefournir: boolean };

/** Why a piece is proposed in a new request: what the agent judged, or the virus; null: nothing is proposed. */
export function motifPropose({ motif, observation, aRefournir }: PieceJugee): { motif: MotifPiece | null; observation: string | null } {
  return motif === null && aRefournir ? APRES_VIRUS : { motif, observation };
}

/** The items by reason, in the order of the reasons, then what is missing, then information. Empty groups are left out. */
export function grouperParMotif<I extends { sorte: string; motif?: string | null }>(
  items: readonly I[],
): { titre: string; items: readonly I[] }[] {
  const groupes = [
    ...MOTIFS_PIECE.map((motif) => ({
      titre: MOTIF_PIECE[motif].groupe,
      items: items.filter((i) => i.sorte === 'document' && i.motif === motif),
    })),
    { titre: GROUPE_MANQUANTES, items: items.filter((i) => i.sorte === 'piece_manquante') },
    { titre: GROUPE_INFORMATIONS, items: items.filter((i) => i.sorte === 'information') },
  ];
  return groupes.filter((g) => g.items.length > 0);
}
