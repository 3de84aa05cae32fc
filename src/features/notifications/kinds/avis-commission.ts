// The opinion of the commission is communicated to the person (R.432-14); a deemed one has no text.
import { z } from 'zod';
import { sensEnMots } from '#domain/dossier/avis.ts';
import { notificationEspace, paragraphe } from '../schema.ts';

export const avisCommission = notificationEspace({
  sorte: 'avis_commission',
  titre: 'Message de l’administration',
  si: ({ avis }) => avis?.sorte === 'commission' && avis.sens !== null,
  contenu: { sens: z.string(), texte: z.string() },
  exemple: { sens: 'favorable', texte: 'La commission estime que la filiation est établie.' },
  composer: ({ avis }) => ({ sens: avis?.sens ? sensEnMots('commission', avis.sens) : '', texte: avis?.texte ?? '' }),
  corps: ({ numero, sens, texte }) => [
    paragraphe('La commission du titre de séjour a rendu son avis sur votre demande en ligne n° {numero} : {sens}.', { numero, sens }),
    ...(texte ? [paragraphe(texte)] : []),
    paragraphe('Cet avis n’est pas la décision : l’administration la prendra ensuite, et vous en serez informé(e).'),
  ],
});
