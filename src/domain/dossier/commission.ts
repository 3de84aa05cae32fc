// The commission du titre de séjour before a refusal (L.432-13). Whether it must be asked depends on the titre AND on why it is refused: 1° and
// 2° protect who « remplit effectivement les conditions », a threat to public order dispensing of nothing (Conseil d'Etat); 5° is the renewal
// of a card of several years or of a carte de résident refused for a breach of the contrat d'engagement (L.412-10).
import { texteDeReponse } from '../procedure/champs.ts';
import type { Contexte } from '../procedure/condition.ts';
import type { Procedure } from '../procedure/definition.ts';
import { commissionDe } from '../procedure/suites.ts';
import { estTypeTitre, TITRES } from '../titre/titres.ts';

export const FONDEMENTS_REFUS = ['condition', 'conditions_remplies', 'engagement'] as const;
/** condition: one of the titre is missing · conditions_remplies: refused for another reason · engagement: L.412-8, L.412-9 */
export type FondementRefus = (typeof FONDEMENTS_REFUS)[number];

/** As the agent says it, and as the valideur reads it. */
export const FONDEMENT: Readonly<Record<FondementRefus, string>> = {
  condition: 'La personne ne remplit pas une condition du titre',
  conditions_remplies:
    'La personne remplit les conditions, le titre est refusé pour un autre motif (menace pour l’ordre public, par exemple)',
  engagement: 'La personne a manqué au contrat d’engagement au respect des principes de la République',
};

/** Articles under which the commission is asked for this request, by ground of the refusal; null: it is not. */
export type Saisine = { conditionsRemplies: string | null; engagement: string | null };

const CINQUIEME = 'L.432-13 5°';

/** `contexte.jour`: day of the deposit. */
export function saisineDe(procedure: Procedure, contexte: Contexte): Saisine {
  const article = commissionDe(procedure, contexte);
  return {
    // the definition of the carte de résident names 5°, which is no protection of who meets the conditions
    conditionsRemplies: article === null || article.startsWith(CINQUIEME) ? null : article,
    engagement: renouvelleUneCarteLongue(procedure, contexte) ? `${CINQUIEME}, L.412-10` : null,
  };
}

/** Unknown type of titre: the commission is asked rather than forgotten. */
function renouvelleUneCarteLongue({ sorte, famille }: Procedure, { reponses }: Contexte): boolean {
  if (sorte !== 'renouvellement' || famille === 'union_europeenne') return false;
  const type = texteDeReponse(reponses.titre_type);
  return !estTypeTitre(type) || TITRES[type].forme === 'pluriannuelle' || TITRES[type].forme === 'resident';
}

/** The article that wants the commission before this refusal; null: none does. A ground that is not said wants whatever may be wanted. */
export function commissionAvantRefus({ conditionsRemplies, engagement }: Saisine, fondement: FondementRefus | undefined): string | null {
  switch (fondement) {
    case 'condition':
      return null;
    case 'conditions_remplies':
      return conditionsRemplies;
    case 'engagement':
    case undefined:
      return engagement ?? conditionsRemplies;
  }
}
