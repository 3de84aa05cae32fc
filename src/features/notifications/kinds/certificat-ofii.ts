// R.425-12: from the deposit, one month to send the medical certificate to the OFII, by post. Nothing medical comes to the prefecture. The
// title of the message says nothing of what it is about.
import { z } from 'zod';
import { jourDe, plusMois } from '#domain/jour.ts';
import { nomDAppel, notificationEspace } from '../schema.ts';

export const certificatOfii = notificationEspace({
  sorte: 'certificat_ofii',
  titre: 'Document à envoyer par courrier',
  si: ({ procedure }) => procedure.suiteDuDepot === 'certificat_ofii',
  contenu: z.object({ nom: z.string(), prenom: z.string(), numero: z.string(), service: z.string(), jusquau: z.string() }),
  exemple: {
    nom: 'TESTMBEKI',
    prenom: 'Thandi',
    numero: '5901202611220000317',
    service: 'Préfecture du Nord',
    jusquau: '2026-12-22',
  },
  composer: (faits) => ({
    ...nomDAppel(faits),
    numero: faits.numero,
    service: faits.prefecture?.nom ?? '',
    jusquau: plusMois(jourDe(faits.deposeLe), 1),
  }),
});
