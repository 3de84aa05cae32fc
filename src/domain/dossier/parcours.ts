// The four words that a person follows (S-196 to S-199), as a path. What ends outside of it (clos, retire) has no path.
import type { Statut } from './statuts.ts';

export const PARCOURS = ['Dépôt de la demande', 'Instruction en cours', 'Décision prise', 'Document disponible'] as const;

/** Rank reached, from 1, and the words of the path; null when there is none. A refusal ends at "Décision prise". */
export function parcoursDe(statut: Statut): { etapes: readonly string[]; rang: number } | null {
  switch (statut) {
    case 'depose':
      return { etapes: PARCOURS, rang: 1 };
    case 'en_instruction':
    case 'propose':
      return { etapes: PARCOURS, rang: 2 };
    case 'accepte':
    case 'remis':
      return { etapes: PARCOURS, rang: 4 };
    case 'refuse':
      return { etapes: PARCOURS.slice(0, 3), rang: 3 };
    case 'brouillon':
    case 'abandonne':
    case 'clos':
    case 'retire':
      return null;
  }
}
