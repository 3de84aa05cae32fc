// A refusal: its motives and appeal routes are in the document; the message names the court, since the period runs from here.
import { z } from 'zod';
import { nomDAppel, notificationEspace } from '../schema.ts';

export const decisionRefus = notificationEspace({
  sorte: 'decision_refus',
  titre: 'Notification de décision',
  contenu: z.object({ nom: z.string(), prenom: z.string(), numero: z.string(), service: z.string(), tribunal: z.string() }),
  exemple: {
    nom: 'TESTCITOTO',
    prenom: 'Citoto',
    numero: '5901202209220000317',
    service: 'Préfecture du Nord',
    tribunal: 'tribunal administratif de Lille',
  },
  composer: (faits) => ({
    ...nomDAppel(faits),
    numero: faits.numero,
    service: faits.prefecture?.nom ?? '',
    tribunal: faits.prefecture?.tribunal ?? '',
  }),
});
