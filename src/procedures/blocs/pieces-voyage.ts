// Pieces of the travel documents.
import type { PieceDemandee } from '#domain/procedure/definition.ts';

export const decisionProtection: PieceDemandee = {
  code: 'decision_protection',
  libelle: 'Décision de l’Ofpra ou de la CNDA',
  groupe: 'Motif de la demande',
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Décision de l’Ofpra qui reconnaît la qualité de réfugié ou accorde la protection subsidiaire',
      'Décision de la Cour nationale du droit d’asile',
      'Tout document de l’Ofpra qui prouve la protection',
    ],
  },
  source: 'CESEDA L.561-9, L.561-10, R.561-9 5° ; service-public.fr, fiches F15401 et F2689',
  certitude: 'P',
  dateSource: '2020-03-01',
};
