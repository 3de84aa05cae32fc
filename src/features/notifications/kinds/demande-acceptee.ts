// A favourable decision on what is no titre de sejour: the attestation says what it changes.
import { z } from 'zod';
import { notificationEspace, paragraphe } from '../schema.ts';

export const demandeAcceptee = notificationEspace({
  sorte: 'demande_acceptee',
  titre: 'Notification de décision',
  si: ({ procedure }) => procedure.sorte === 'autre',
  contenu: { demarche: z.string() },
  exemple: { demarche: 'Changement d’adresse' },
  composer: ({ procedure }) => ({ demarche: procedure.nom }),
  corps: ({ numero, demarche }) => [
    paragraphe('Je vous informe que votre demande en ligne n° {numero} ({demarche}) a été acceptée.', { numero, demarche }),
    paragraphe('L’attestation jointe dit ce que cette décision change, et ce que vous avez à faire.'),
    { bloc: 'documents' },
  ],
});
