// S-163 to S-166: the items are read from the complement itself; here only which complement.
import { z } from 'zod';
import { notificationEspace } from '../schema.ts';

export const demandeComplement = notificationEspace({
  sorte: 'demande_complement',
  titre: 'Demande de complément',
  contenu: { complement: z.string() },
  exemple: { complement: '01890000-0000-7000-8000-000000000000' },
  composer: ({ complement }) => ({ complement: complement ?? '' }),
  corps: ({ complement }) => [{ bloc: 'complement', id: complement }],
});
