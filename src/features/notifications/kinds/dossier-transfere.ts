// Another préfecture goes on with the request (CRPA L.114-2): nothing to do again, the dates stay (L.114-3).
import { z } from 'zod';
import { notificationEspace, paragraphe } from '../schema.ts';

/** « Préfecture du Nord » inside a sentence. */
const enPhrase = (service: string) => service.charAt(0).toLocaleLowerCase('fr') + service.slice(1);

export const dossierTransfere = notificationEspace({
  sorte: 'dossier_transfere',
  titre: 'Message de l’administration',
  contenu: { ancien: z.string(), contact: z.array(z.string()), estTu: z.boolean().optional(), dossier: z.string().optional() },
  exemple: { ancien: 'Préfecture du Nord', contact: ['106 rue Pierre Corneille, 69003 Lyon'] },
  composer: ({ prefecture, prefectureQuittee, estRestreint, dossierId }) => ({
    ancien: prefectureQuittee ?? '',
    contact: [prefecture?.adresse, prefecture?.courriel, prefecture?.telephone].flatMap((c) => (c ? [c] : [])),
    ...(estRestreint && { estTu: true, dossier: dossierId }),
  }),
  corps: ({ numero, service, ancien, contact, estTu = false, dossier = '' }) => [
    estTu
      ? paragraphe('Votre demande en ligne n° {numero} est désormais suivie par un autre service.', { numero })
      : paragraphe('Votre demande en ligne n° {numero}, que suivait la {ancien}, est désormais suivie par la {service}.', {
          numero,
          ancien: enPhrase(ancien),
          service: enPhrase(service),
        }),
    paragraphe(
      'Vous n’avez rien à refaire : vos pièces, le numéro et la date de votre demande restent les mêmes. Si un complément vous est demandé, vous y répondez de la même façon et dans le même délai. Un rendez-vous déjà donné par l’ancienne préfecture est annulé.',
    ),
    // C40: nothing here says where the person now lives, nor that there is something to hide
    ...(estTu
      ? [{ bloc: 'lien', href: `/mon-compte/dossiers/${dossier}/messages`, texte: 'Écrire au service' } as const]
      : [paragraphe('Votre préfecture :'), { bloc: 'adresse', lignes: [service, ...contact] } as const]),
  ],
});
