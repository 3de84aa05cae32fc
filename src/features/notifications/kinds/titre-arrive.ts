// The titre is at the préfecture; the convocation that follows says when to collect it (S-179, S-200).
import { z } from 'zod';
import { notificationEspace, paragraphe } from '../schema.ts';

export const titreArrive = notificationEspace({
  sorte: 'titre_arrive',
  titre: 'Convocation',
  contenu: { contact: z.string(), estTitre: z.boolean().default(true) },
  exemple: { contact: 'Préfecture du Nord – 03 20 30 54 28', estTitre: true },
  composer: ({ prefecture, procedure }) => ({
    // who asks for something else than a titre has no attestation de décision favorable
    estTitre: procedure.sorte !== 'autre',
    contact: [prefecture?.nom, prefecture?.courriel, prefecture?.telephone].filter((mot) => mot).join(' – '),
  }),
  corps: ({ numero, contact, estTitre }) => [
    paragraphe('Le titre fabriqué pour votre demande n° {numero} est arrivé à la préfecture.', { numero }),
    paragraphe(
      'Une convocation vous donne la date, l’heure, le lieu, ce qu’il faut apporter et le montant des timbres fiscaux. Si vous n’en recevez pas sous huit jours, écrivez à : {contact}.',
      { contact },
    ),
    ...(estTitre
      ? [
          paragraphe(
            'D’ici là, gardez votre attestation de décision favorable : elle prouve la régularité de votre séjour jusqu’à la remise.',
          ),
        ]
      : []),
  ],
});
