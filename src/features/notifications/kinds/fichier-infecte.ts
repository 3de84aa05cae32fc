// The antivirus answered after the deposit: the file is gone, the agent may ask for it again.
import { z } from 'zod';
import { nomDAppel, notificationEspace } from '../schema.ts';

export const fichierInfecte = notificationEspace({
  sorte: 'fichier_infecte',
  titre: 'Fichier supprimé',
  contenu: z.object({ nom: z.string(), prenom: z.string(), numero: z.string(), piece: z.string(), service: z.string() }),
  exemple: {
    nom: 'TESTDEUX',
    prenom: 'Statut',
    numero: '5901202209220000317',
    piece: 'Justificatif de domicile',
    service: 'Préfecture du Nord',
  },
  composer: (faits) => ({
    ...nomDAppel(faits),
    numero: faits.numero,
    piece: faits.piece ?? '',
    service: faits.prefecture?.nom ?? '',
  }),
});
