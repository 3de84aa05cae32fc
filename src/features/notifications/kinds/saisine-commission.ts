// The commission du titre de séjour is asked: its rights are told at once (L.432-15); the convocation itself comes by letter (R.432-11).
import { notificationEspace, paragraphe } from '../schema.ts';

export const saisineCommission = notificationEspace({
  sorte: 'saisine_commission',
  titre: 'Message de l’administration',
  si: ({ avis }) => avis?.sorte === 'commission',
  contenu: {},
  exemple: {},
  composer: () => ({}),
  corps: ({ numero }) => [
    paragraphe(
      'Avant de prendre une décision sur votre demande en ligne n° {numero}, l’administration demande l’avis de la commission du titre de séjour.',
      { numero },
    ),
    paragraphe(
      'Une lettre vous convoquera au moins quinze jours avant la réunion. Vous pourrez y être entendu(e), avec l’aide d’un conseil ou d’une personne de votre choix et d’un interprète, et demander l’aide juridictionnelle (CESEDA, art. L. 432-15).',
    ),
    paragraphe(
      'Dans l’attente de la décision, une attestation de prolongation de l’instruction vous est due (CESEDA, art. R. 432-9) : vous la trouverez dans « Mon compte » dès qu’elle est délivrée.',
    ),
  ],
});
