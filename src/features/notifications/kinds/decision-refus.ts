// A refusal: its motives and appeal routes are in the document; the message names the court and the period, which runs from here.
import { z } from 'zod';
import { recoursContre } from '#domain/dossier/recours.ts';
import { notificationEspace, paragraphe } from '../schema.ts';

export const decisionRefus = notificationEspace({
  sorte: 'decision_refus',
  titre: 'Notification de décision',
  // refusals notified before it was kept: two months
  contenu: { tribunal: z.string(), delai: z.string().default('deux mois'), estTitre: z.boolean().default(true) },
  exemple: { tribunal: 'tribunal administratif de Lille', delai: 'deux mois', estTitre: true },
  composer: ({ prefecture, oqtf, procedure }) => ({
    tribunal: prefecture?.tribunal ?? '',
    delai: recoursContre({ oqtf }).duree,
    estTitre: procedure.sorte !== 'autre',
  }),
  corps: ({ numero, tribunal, delai, estTitre }) => [
    estTitre
      ? paragraphe('Je vous informe que votre demande en ligne de titre de séjour n° {numero} a été refusée.', { numero })
      : paragraphe('Je vous informe que votre demande en ligne n° {numero} a été refusée.', { numero }),
    paragraphe(
      'La décision jointe en donne les motifs, et indique devant qui et dans quel délai vous pouvez la contester : {delai}. Le tribunal compétent est : {tribunal}.',
      { tribunal, delai },
    ),
    { bloc: 'documents' },
  ],
});
