// The request is withdrawn (C33), by the person or on their letter: the confirmation is attached.
import { z } from 'zod';
import { notificationEspace, paragraphe } from '../schema.ts';

const fait = z.object({ lettreLe: z.string().optional() });

export const retraitEnregistre = notificationEspace({
  sorte: 'retrait_enregistre',
  titre: 'Retrait de la demande',
  contenu: { parLettre: z.boolean() },
  exemple: { parLettre: false },
  composer: ({ details }) => ({ parLettre: fait.parse(details).lettreLe !== undefined }),
  corps: ({ numero, parLettre }) => [
    parLettre
      ? paragraphe('À votre demande écrite, votre demande en ligne n° {numero} est retirée.', { numero })
      : paragraphe('Vous avez retiré votre demande en ligne n° {numero}.', { numero }),
    paragraphe(
      'L’examen est arrêté : aucune décision ne sera prise. Les attestations de prolongation délivrées pour cette demande ne sont plus valables, et ses rendez-vous sont annulés. Vous n’avez aucune taxe à payer.',
    ),
    paragraphe('Si vous n’avez pas demandé ce retrait, dites-le sans attendre à la préfecture.'),
    { bloc: 'documents' },
  ],
});
