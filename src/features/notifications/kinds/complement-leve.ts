// The agent goes on without waiting for the answer (CRPA L.114-5-1).
import { z } from 'zod';
import { notificationEspace, paragraphe } from '../schema.ts';

export const complementLeve = notificationEspace({
  sorte: 'complement_leve',
  titre: 'Message de l’administration',
  contenu: { dossier: z.string() },
  exemple: { dossier: '01890000-0000-7000-8000-000000000000' },
  composer: ({ dossierId }) => ({ dossier: dossierId }),
  corps: ({ numero, dossier }) => [
    paragraphe(
      'La demande de complément sur votre demande en ligne n° {numero} est levée : vous n’avez plus à y répondre. L’examen continue avec ce que vous avez donné.',
      { numero },
    ),
    paragraphe('Si vous avez obtenu un document demandé, vous pouvez encore l’ajouter, tant qu’aucune décision n’est proposée.'),
    { bloc: 'lien', href: `/mon-compte/dossiers/${dossier}/completer`, texte: 'Ajouter des éléments à ma demande' },
  ],
});
