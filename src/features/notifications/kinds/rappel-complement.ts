// The period to answer ends soon: once ten days before, once three days before (03-instruction 4). What is asked is read in the
// notification of the request, whose opening is its acknowledgement.
import { z } from 'zod';
import { notificationEspace, paragraphe } from '../schema.ts';

const fait = z.object({ jours: z.number() });

export const rappelComplement = notificationEspace({
  sorte: 'rappel_complement',
  titre: 'Rappel',
  contenu: { jours: z.number(), dossier: z.string() },
  exemple: { jours: 10, dossier: '01890000-0000-7000-8000-000000000000' },
  composer: ({ details, dossierId }) => ({ jours: fait.parse(details).jours, dossier: dossierId }),
  corps: ({ numero, jours, dossier }) => [
    paragraphe('L’administration vous a demandé un complément pour votre demande en ligne n° {numero}, et attend votre réponse.', {
      numero,
    }),
    paragraphe('Il vous reste {jours} jours pour répondre.', { jours: String(jours) }),
    paragraphe(
      'Si vous ne pouvez pas fournir un document, dites pourquoi : une explication est une réponse. Si vous avez besoin de plus de temps, demandez-le.',
    ),
    { bloc: 'lien', href: `/mon-compte/dossiers/${dossier}`, texte: 'Voir ma demande et répondre' },
  ],
});
