// R.425-12: from the deposit, one month to send the medical certificate to the OFII, by post. Nothing medical comes to the prefecture. The
// title of the message says nothing of what it is about.
import { z } from 'zod';
import { jourDe, jourLisible, plusMois } from '#domain/jour.ts';
import { serviceMedicalOfii } from '#domain/liens.ts';
import { notificationEspace, paragraphe } from '../schema.ts';

export const certificatOfii = notificationEspace({
  sorte: 'certificat_ofii',
  titre: 'Document à envoyer par courrier',
  si: ({ procedure }) => procedure.suiteDuDepot === 'certificat_ofii',
  contenu: { jusquau: z.string() },
  exemple: { jusquau: '2026-12-22' },
  composer: ({ deposeLe }) => ({ jusquau: plusMois(jourDe(deposeLe), 1) }),
  corps: ({ jusquau }) => [
    paragraphe('Votre demande est déposée. Il reste une chose à faire, par courrier, au plus tard le {jour}.', {
      jour: jourLisible(jusquau),
    }),
    {
      bloc: 'etapes',
      elements: [
        [
          {
            bloc: 'lien',
            href: '/api/modeles/certificat-medical-ofii',
            telecharger: true,
            texte: 'Téléchargez le certificat médical vierge',
          },
        ],
        [paragraphe('Faites-le remplir, dater, signer et tamponner par le médecin qui vous suit, ou par un praticien hospitalier.')],
        [
          paragraphe('Envoyez-le, avec les originaux de vos examens, sous pli fermé portant « Secret médical », à :'),
          { bloc: 'adresse', lignes: serviceMedicalOfii },
        ],
      ],
    },
    {
      bloc: 'alerte',
      titre: 'Rien de médical à la préfecture',
      texte:
        'N’envoyez aucun document médical à la préfecture et n’en joignez aucun sur ce portail : seuls les médecins de l’OFII les lisent. Sans ce certificat, ils ne peuvent pas rendre leur avis ; vous avez un mois pour l’envoyer (CESEDA, art. R. 425-12).',
    },
  ],
});
