// The four words that a person follows (S-196 to S-199), as a path; the last is that of what was asked. What ends outside of it (clos, retire) has no path.
import { type Objet, type Statut, statutUsager } from './statuts.ts';

const DEBUT = ['Dépôt de la demande', 'Instruction en cours', 'Décision prise'] as const;

/** Rank reached, from 1, and the words of the path; null when there is none. A refusal ends at "Décision prise". */
export function parcoursDe(statut: Statut, objet: Objet): { etapes: readonly string[]; rang: number } | null {
  const etapes = [...DEBUT, statutUsager('accepte', objet).libelle];
  switch (statut) {
    case 'depose':
      return { etapes, rang: 1 };
    case 'en_instruction':
    case 'propose':
      return { etapes, rang: 2 };
    case 'accepte':
    case 'remis':
      return { etapes, rang: 4 };
    case 'refuse':
      return { etapes: DEBUT, rang: 3 };
    case 'brouillon':
    case 'abandonne':
    case 'clos':
    case 'retire':
      return null;
  }
}
