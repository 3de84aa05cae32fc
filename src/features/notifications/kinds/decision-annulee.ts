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
  contenu: { motif: z.enum(MOTIFS_ANNULATION), tribunal: z.string().default('') },
  exemple: { motif: 'retrait', tribunal: 'tribunal administratif de Lille' },
  composer: ({ annulation, prefecture }) => ({ motif: annulation ?? 'retrait', tribunal: prefecture?.tribunal ?? '' }),
  corps: ({ numero, motif, tribunal }) => [
    paragraphe(ANNULATION[motif], { numero }),
    paragraphe('Votre demande est de nouveau examinée. Vous n’avez rien à déposer pour le moment.'),
    paragraphe('Les documents remis avec cette décision ne sont plus valables : ne les présentez plus.'),
    // of a favourable decision it is an adverse act: reasoned (CRPA L.211-2), challenged like any other (CJA R.421-1, R.421-5)
    ...(motif === 'retrait' && tribunal
      ? [
          paragraphe(
            'Si ce retrait vous est défavorable, vous pouvez en demander les motifs à l’administration par un message, et le contester dans les deux mois devant le {tribunal} (code de justice administrative, art. R. 421-1).',
            { tribunal },
          ),
        ]
      : []),
  ],
});
