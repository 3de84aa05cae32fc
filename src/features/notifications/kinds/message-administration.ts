// An agent has written (S-163): what, is read among the messages of the request.

import { z } from 'zod';
import { notificationEspace, paragraphe } from '../schema.ts';

export const messageAdministration = notificationEspace({
  sorte: 'message_administration',
  titre: 'Message de l’administration',
  contenu: { dossier: z.string() },
  exemple: { dossier: '01890000-0000-7000-8000-000000000000' },
  composer: ({ dossierId }) => ({ dossier: dossierId }),
  corps: ({ numero, dossier }) => [
    paragraphe('L’administration vous a écrit au sujet de votre demande en ligne n° {numero}.', { numero }),
    { bloc: 'lien', href: `/mon-compte/dossiers/${dossier}/messages`, texte: 'Lire le message et répondre' },
  ],
});
