// Pieces that depend on whether the person already holds a titre: the titre itself, or the act of birth of who has none yet.
import type { PieceDemandee } from '#domain/procedure/definition.ts';

const PERSONNELLES = 'Informations personnelles';

/** Annexe 10, point 3. A visa that replaces a card is shown with its validation. */
export const titreActuel: PieceDemandee = {
  code: 'titre_actuel',
  libelle: 'Titre de séjour en cours de validité',
  groupe: PERSONNELLES,
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'un_parmi',
    choix: ['Carte de séjour, recto et verso', 'Visa de long séjour valant titre de séjour et confirmation de sa validation en ligne'],
  },
  source: 'CESEDA R.433-1, annexe 10, point 3 ; listes ministérielles de 2021',
  certitude: 'L',
  dateSource: '2026-04-03',
};

/** The same, where a visa that does not replace a card also leads to the procedure. */
export const titreOuVisa: PieceDemandee = {
  ...titreActuel,
  libelle: 'Titre de séjour ou visa de long séjour en cours de validité',
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Carte de séjour, recto et verso',
      'Visa de long séjour valant titre de séjour et confirmation de sa validation en ligne',
      'Pages de votre passeport comportant le visa de long séjour et le cachet d’entrée',
    ],
  },
  source: 'CESEDA L.412-1, R.433-6, annexe 10, point 3 ; listes ministérielles de 2021',
};

/** Annexe 10, point 1: not asked of who already holds a carte de séjour; each procedure says so with its own condition. */
export const etatCivil: PieceDemandee = {
  code: 'etat_civil',
  libelle: 'Justificatif d’état civil',
  groupe: PERSONNELLES,
  sousGroupe: 'État civil',
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'unique',
    document:
      'Copie intégrale d’acte de naissance comportant les mentions les plus récentes, avec la décision de justice ordonnant sa transcription s’il y en a une',
  },
  source: 'CESEDA R.431-10 1°, annexe 10, point 1',
  certitude: 'L',
  dateSource: '2026-04-03',
};
