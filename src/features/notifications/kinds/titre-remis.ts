// Handed over: the receipt, and what has lost its effect (R.431-15-1).
import { z } from 'zod';
import { notificationEspace, paragraphe } from '../schema.ts';

export const titreRemis = notificationEspace({
  sorte: 'titre_remis',
  titre: 'Message de l’administration',
  contenu: { seRenouvelle: z.boolean().default(true) },
  exemple: { seRenouvelle: true },
  // R.431-5 1°: a titre of book IV, neither what is no titre nor a card of the citizens of the Union
  composer: ({ procedure }) => ({ seRenouvelle: procedure.sorte !== 'autre' && procedure.famille !== 'union_europeenne' }),
  corps: ({ numero, seRenouvelle }) => [
    paragraphe('Votre titre, pour la demande n° {numero}, vous a été remis. Le reçu est joint.', { numero }),
    paragraphe('Vos attestations reçues sur ce portail pour cette demande ont perdu leur effet : votre titre les remplace.'),
    ...(seRenouvelle
      ? [paragraphe('Notez sa date de fin : son renouvellement se demande en ligne, entre le 120e et le 60e jour avant cette date.')]
      : []),
    { bloc: 'documents' },
  ],
});
