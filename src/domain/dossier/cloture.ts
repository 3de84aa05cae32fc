// Closing without a decision on the merits (03-instruction 6). For want of an answer it is only lawful when the request was really
// incomplete, and records why: which piece, under which text, asked and read when (Conseil d'Etat, 10 October 2023, n° 472831).
import type { Echeance } from '../delais/complement.ts';
import type { Jour } from '../jour.ts';

export type PieceManquante = {
  code: string;
  libelle: string;
  /** the text that asks for it */
  texte: string;
  /** why the request cannot be examined without it */
  empechement: string;
};

export const RAISONS_IRRECEVABLE = ['hors_teleservice', 'doublon', 'titre_detenu'] as const;
export type RaisonIrrecevable = (typeof RAISONS_IRRECEVABLE)[number];

export type Incompletude = {
  sorte: 'incomplet';
  complement: string;
  demandeLe: Jour;
  disponibleLe: Jour;
  /** read, or deemed so, or the registered letter notified */
  notifieLe: Jour;
  fondement: Echeance['fondement'];
  dernierJour: Jour;
  pieces: readonly PieceManquante[];
};

/** What a closing leaves in writing, frozen when it is proposed. */
export type Cloture = Incompletude | { sorte: 'irrecevable'; raison: RaisonIrrecevable };

/** As the agent chooses it, what the letter says of it, and where it sends the person. The brackets must be replaced. */
export const IRRECEVABLE: Readonly<Record<RaisonIrrecevable, { libelle: string; raison: string; orientation: string }>> = {
  hors_teleservice: {
    libelle: 'Ce motif ne se demande pas sur ce téléservice',
    raison: 'le motif sur lequel elle se fonde ne fait pas partie de ceux que ce téléservice reçoit (CESEDA, art. R. 431-2)',
    orientation: 'Votre demande doit être présentée à [service, adresse ou page du site de la préfecture où s’adresser].',
  },
  doublon: {
    libelle: 'La même demande est déjà en cours',
    raison: 'une demande sur le même fondement est déjà en cours d’examen sous le n° [numéro de l’autre demande]',
    orientation: 'Il n’y a rien à refaire : l’autre demande suit son cours, et vous la retrouvez dans « Mon compte ».',
  },
  titre_detenu: {
    libelle: 'La personne détient déjà ce titre',
    raison: 'vous détenez déjà un titre en cours de validité sur le même fondement, valable jusqu’au [fin du titre]',
    orientation: 'Vous pourrez en demander le renouvellement entre le 120e et le 60e jour avant sa fin (CESEDA, art. R. 431-5).',
  },
};

/** How the person learnt of the complement, in the letter. */
export function lectureDe(
  { fondement, notifieLe }: Pick<Incompletude, 'fondement' | 'notifieLe'>,
  enClair: (jour: Jour) => string,
): string {
  switch (fondement) {
    case 'ouverture':
      return `vous l’avez lue le ${enClair(notifieLe)}`;
    case 'reputee':
      return `faute de lecture dans les quinze jours, elle est réputée vous avoir été notifiée le ${enClair(notifieLe)} (CRPA, art. R. 112-20)`;
    case 'recommande':
      return `une lettre recommandée vous a été notifiée le ${enClair(notifieLe)}`;
  }
}

/** What a closing records, in one string whatever the order of its keys: part of what is signed. */
export function texteCloture(cloture: Cloture): string {
  if (cloture.sorte === 'irrecevable') return `irrecevable ${cloture.raison}`;
  const { complement, demandeLe, disponibleLe, notifieLe, fondement, dernierJour, pieces } = cloture;
  const lignes = pieces.map(({ code, libelle, texte, empechement }) => [code, libelle, texte, empechement].join(' | '));
  return [[complement, demandeLe, disponibleLe, notifieLe, fondement, dernierJour].join(' '), ...lignes].join('\n');
}
