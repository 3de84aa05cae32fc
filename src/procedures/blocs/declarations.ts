// Sworn statements that a list of pieces names, and that the form asks as boxes: no file.
import type { ChampSimple, PieceDemandee } from '#domain/procedure/definition.ts';

const LISTE = {
  groupe: 'Motif de séjour',
  requis: true,
  moment: 'depot',
  source: 'CESEDA L.433-2 et L.426-4 ; listes ministérielles CR de mai 2021',
  certitude: 'D',
  dateSource: '2021-05',
} as const;

export const nonPolygamie: PieceDemandee = {
  code: 'polygamie',
  libelle: 'Déclaration sur l’honneur de non-polygamie',
  mode: { sorte: 'declaration', champ: 'non_polygamie' },
  ...LISTE,
};

/** L.411-5: a carte de résident lapses after three years in a row out of France. */
export const absence: PieceDemandee = {
  code: 'honneur_absence',
  libelle: 'Attestation sur l’honneur d’absence de France de moins de trois ans',
  mode: { sorte: 'declaration', champ: 'honneur_absence' },
  ...LISTE,
};

export const honneurAbsence: ChampSimple = {
  code: 'honneur_absence',
  type: 'attestation',
  libelle: 'J’atteste sur l’honneur ne pas avoir quitté la France plus de trois ans de suite pendant les dix dernières années.',
  libelleCourt: 'Atteste ne pas avoir quitté la France plus de trois ans de suite',
  requis: true,
};

/** L.433-2 and L.433-3-1 */
export const residenceHabituelle: ChampSimple = {
  code: 'residence_habituelle',
  type: 'attestation',
  libelle:
    'J’atteste sur l’honneur que ma vie privée et familiale est en France et que j’y ai passé au moins six mois de chacune des trois dernières années.',
  libelleCourt: 'Atteste résider habituellement en France',
  requis: true,
};
