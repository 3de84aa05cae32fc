// Handed over: the receipt, and what has lost its effect (R.431-15-1).
import { notificationEspace, paragraphe } from '../schema.ts';

export const titreRemis = notificationEspace({
  sorte: 'titre_remis',
  titre: 'Message de l’administration',
  contenu: {},
  exemple: {},
  composer: () => ({}),
  corps: ({ numero }) => [
    paragraphe('Votre titre, pour la demande n° {numero}, vous a été remis. Le reçu est joint.', { numero }),
    paragraphe('Vos attestations reçues sur ce portail pour cette demande ont perdu leur effet : votre titre les remplace.'),
    paragraphe('Notez sa date de fin : son renouvellement se demande en ligne, entre le 120e et le 60e jour avant cette date.'),
    { bloc: 'documents' },
  ],
});
