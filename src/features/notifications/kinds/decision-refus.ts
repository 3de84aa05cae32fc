// A refusal: its motives and appeal routes are in the document; the message names the court, since the period runs from here.
import { z } from 'zod';
import { notificationEspace, paragraphe } from '../schema.ts';

export const decisionRefus = notificationEspace({
  sorte: 'decision_refus',
  titre: 'Notification de décision',
  contenu: { tribunal: z.string() },
  exemple: { tribunal: 'tribunal administratif de Lille' },
  composer: ({ prefecture }) => ({ tribunal: prefecture?.tribunal ?? '' }),
  corps: ({ numero, tribunal }) => [
    paragraphe('Je vous informe que votre demande en ligne de titre de séjour n° {numero} a été refusée.', { numero }),
    paragraphe(
      'La décision jointe en donne les motifs, et indique devant qui et dans quel délai vous pouvez la contester. Le tribunal compétent est : {tribunal}.',
      { tribunal },
    ),
    { bloc: 'documents' },
  ],
});
