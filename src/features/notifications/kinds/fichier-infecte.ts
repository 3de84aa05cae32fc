// The antivirus answered after the deposit: the file is gone, the agent may ask for it again.
import { z } from 'zod';
import { notificationEspace, paragraphe } from '../schema.ts';

export const fichierInfecte = notificationEspace({
  sorte: 'fichier_infecte',
  titre: 'Fichier supprimé',
  contenu: { piece: z.string() },
  exemple: { piece: 'Justificatif de domicile' },
  composer: ({ piece }) => ({ piece: piece ?? '' }),
  corps: ({ numero, piece }) => [
    paragraphe('Dans votre demande en ligne n° {numero}, un fichier joint pour « {piece} » contenait un virus : nous l’avons supprimé.', {
      numero,
      piece,
    }),
    paragraphe(
      'Vous n’avez rien à envoyer pour le moment. Si l’agent qui examine votre demande a besoin de ce document, il vous le demandera par une autre notification.',
    ),
    paragraphe('D’ici là, vérifiez avec un antivirus l’appareil sur lequel se trouvait ce fichier.'),
  ],
});
