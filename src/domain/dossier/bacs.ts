// In which tray of the queue a deposited dossier lies: what there is to do next. The database orders the queue by the same rule
// (function bac_de of the migrations; a test compares them, pair by pair).
import type { Attente, Statut } from './statuts.ts';

/** Those in which a dossier is not decided: only there can something be late. */
export const BACS_OUVERTS = ['a_verifier', 'a_instruire', 'reponses_recues', 'en_attente', 'a_signer'] as const;
export const BACS = [...BACS_OUVERTS, 'a_remettre', 'en_production', 'decides'] as const;
export type BacOuvert = (typeof BACS_OUVERTS)[number];
export type Bac = (typeof BACS)[number];

const EN_INSTRUCTION: Readonly<Record<Attente, Bac>> = {
  reponse: 'reponses_recues',
  complement: 'en_attente',
  avis: 'en_attente',
  // left over from a decision that was annulled: the agent has it
  production: 'a_instruire',
  remise: 'a_instruire',
};

const ACCEPTE: Readonly<Record<Attente, Bac>> = {
  remise: 'a_remettre',
  production: 'en_production',
  reponse: 'decides',
  complement: 'decides',
  avis: 'decides',
};

/** Null: not deposited, agents never see it. */
export function bacDe(statut: Statut, attente: Attente | null): Bac | null {
  switch (statut) {
    case 'brouillon':
    case 'abandonne':
      return null;
    case 'depose':
      return 'a_verifier';
    case 'en_instruction':
      return attente === null ? 'a_instruire' : EN_INSTRUCTION[attente];
    case 'propose':
      return 'a_signer';
    case 'accepte':
      return attente === null ? 'decides' : ACCEPTE[attente];
    case 'remis':
    case 'refuse':
    case 'clos':
    case 'retire':
      return 'decides';
  }
}
