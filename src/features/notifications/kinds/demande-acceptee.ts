// A favourable decision on what is no titre de sejour: the attestation says what it changes.
import { z } from 'zod';
import { nomDAppel, notificationEspace } from '../schema.ts';

export const demandeAcceptee = notificationEspace({
  sorte: 'demande_acceptee',
  titre: 'Notification de décision',
  si: ({ procedure }) => procedure.sorte === 'autre',
  contenu: z.object({ nom: z.string(), prenom: z.string(), numero: z.string(), service: z.string(), demarche: z.string() }),
  exemple: {
    nom: 'TESTPEREIRA',
    prenom: 'Ana',
    numero: '5901202611220000317',
    service: 'Préfecture du Nord',
    demarche: 'Changement d’adresse',
  },
  composer: (faits) => ({
    ...nomDAppel(faits),
    numero: faits.numero,
    service: faits.prefecture?.nom ?? '',
    demarche: faits.procedure.nom,
  }),
});
