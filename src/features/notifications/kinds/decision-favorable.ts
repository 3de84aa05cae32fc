// S-176: accepted, a title is being made, the attestation holds until then.
import { z } from 'zod';
import { nomDAppel, notificationEspace } from '../schema.ts';

export const decisionFavorable = notificationEspace({
  sorte: 'decision_favorable',
  titre: 'Notification de décision',
  si: ({ procedure }) => procedure.sorte !== 'autre',
  contenu: z.object({ nom: z.string(), prenom: z.string(), numero: z.string(), service: z.string() }),
  exemple: { nom: 'TESTCITOTO', prenom: 'Citoto', numero: '5901202209220000317', service: 'Préfecture du Nord' },
  composer: (faits) => ({ ...nomDAppel(faits), numero: faits.numero, service: faits.prefecture?.nom ?? '' }),
});
