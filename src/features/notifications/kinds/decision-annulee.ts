// A decision that is no more: the request is examined again, and what proved the decision proves nothing.
import { z } from 'zod';
import { MOTIFS_ANNULATION, type MotifAnnulation } from '#domain/dossier/evenements.ts';
import { notificationEspace, paragraphe } from '../schema.ts';

const ANNULATION: Readonly<Record<MotifAnnulation, string>> = {
  retrait: 'L’administration a retiré la décision qu’elle avait prise sur votre demande en ligne n° {numero}.',
  recours_gracieux: 'Votre recours est accueilli : la décision prise sur votre demande en ligne n° {numero} est annulée.',
  annulation_juge: 'La décision prise sur votre demande en ligne n° {numero} est annulée par le juge.',
};

export const decisionAnnulee = notificationEspace({
  sorte: 'decision_annulee',
  titre: 'Notification de décision',
  contenu: { motif: z.enum(MOTIFS_ANNULATION) },
  exemple: { motif: 'recours_gracieux' },
  composer: ({ annulation }) => ({ motif: annulation ?? 'retrait' }),
  corps: ({ numero, motif }) => [
    paragraphe(ANNULATION[motif], { numero }),
    paragraphe('Votre demande est de nouveau examinée. Vous n’avez rien à déposer pour le moment.'),
    paragraphe('Les documents remis avec cette décision ne sont plus valables : ne les présentez plus.'),
  ],
});
