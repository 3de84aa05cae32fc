// S-163 to S-166: the items are read from the complement itself; here only who is spoken to and which complement.
import { z } from 'zod';
import { nomDAppel, notificationEspace } from '../schema.ts';

export const demandeComplement = notificationEspace({
  sorte: 'demande_complement',
  titre: 'Demande de complément',
  contenu: z.object({ nom: z.string(), prenom: z.string(), numero: z.string(), complement: z.string(), service: z.string() }),
  exemple: {
    nom: 'TESTDEUX',
    prenom: 'Statut',
    numero: '5901202209220000317',
    complement: '01890000-0000-7000-8000-000000000000',
    service: 'Préfecture du Nord',
  },
  composer: (faits) => ({
    ...nomDAppel(faits),
    numero: faits.numero,
    complement: faits.complement ?? '',
    service: faits.prefecture?.nom ?? '',
  }),
});
