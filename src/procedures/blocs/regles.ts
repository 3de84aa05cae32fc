// Rules of time and of documents that many procedures share: window, silence, interim document, opening on the portal.
import type { Condition, DocumentProvisoire, Fenetre, Procedure, Silence } from '#domain/procedure/definition.ts';

/** The agreement of 27 December 1968 takes the place of the grounds of the code for Algerians. */
export const ALGERIEN = { nationalite: { parmi: ['DZ'] } } as const satisfies Condition;
export const NON_ALGERIEN = { nationalite: { hors: ['DZ'] } } as const satisfies Condition;

/** Who holds a document of L.411-1 2° to 8°, for a titre of the portal. */
export const FIN_DE_TITRE: Fenetre = { sorte: 'fin_de_titre', ouvreJours: 120, fermeJours: 60, article: 'R.431-5 1°' };
/** Who holds nothing yet. Late is told, not refused: R.431-4 sets no penalty of its own. */
export const DEUX_MOIS_APRES_ENTREE: Fenetre = { sorte: 'depuis', champ: 'date_entree_france', mois: 2, ferme: false, article: 'R.431-4' };

export const QUATRE_MOIS: Silence = { delai: { mois: 4 }, article: 'R.*432-1, R.432-2' };
export const API: DocumentProvisoire = { sorte: 'api', mois: 3, article: 'R.431-15-1' };

/** Études, talent, visiteur: first on the portal in the autumn of 2020, compulsory on this day. */
export const OUVERTURE_2021: Procedure['ouverture'] = {
  depuis: '2021-05-01',
  source: 'Arrêté du 27 avril 2021 (CESEDA annexe 9)',
  certitude: 'L',
  dateSource: '2026-04-03',
};
/** Travail saisonnier, famille de Français. */
export const OUVERTURE_2023: Procedure['ouverture'] = {
  depuis: '2023-04-05',
  source: 'Arrêté du 31 mars 2023 (CESEDA annexe 9)',
  certitude: 'L',
  dateSource: '2026-04-03',
};
