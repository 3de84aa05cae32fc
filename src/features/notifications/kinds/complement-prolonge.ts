// More time is granted to answer a complement.
import { z } from 'zod';
import { jourLisible } from '#domain/jour.ts';
import { notificationEspace, paragraphe } from '../schema.ts';

const fait = z.object({ jusqu: z.string() });

export const complementProlonge = notificationEspace({
  sorte: 'complement_prolonge',
  titre: 'Message de l’administration',
  contenu: { jusqu: z.string(), dossier: z.string() },
  exemple: { jusqu: '2027-01-15', dossier: '01890000-0000-7000-8000-000000000000' },
  composer: ({ details, dossierId }) => ({ jusqu: fait.parse(details).jusqu, dossier: dossierId }),
  corps: ({ numero, jusqu, dossier }) => [
    paragraphe(
      'Un délai supplémentaire vous est accordé pour répondre à la demande de complément sur votre demande en ligne n° {numero}.',
      {
        numero,
      },
    ),
    paragraphe('Répondez au plus tard le {jour}.', { jour: jourLisible(jusqu) }),
    { bloc: 'lien', href: `/mon-compte/dossiers/${dossier}`, texte: 'Voir ma demande et répondre' },
  ],
});
