// S-155, S-227: never says what the notification is about. CRPA R.112-19: the notice states the date on which the document is
// made available, the service that sends it, and, for a person who agreed (D-07), what not opening it for 15 days does (R.112-20).
import { z } from 'zod';
import { jourLisible } from '#domain/jour.ts';
import { courriel } from '../schema.ts';

export const nouvelleNotification = courriel({
  sorte: 'nouvelle_notification',
  objet: 'Notification disponible dans l’espace personnel',
  variables: z.object({ disponibleLe: z.string(), service: z.string(), consentement: z.boolean() }),
  exemple: { disponibleLe: '2026-03-02', service: 'Préfecture du Nord', consentement: true },
  rediger: ({ disponibleLe, service, consentement }, { lien }) => ({
    sujet: 'Une notification vous attend dans votre espace personnel',
    nom: null,
    contenu: [
      { type: 'paragraphe', texte: 'Une notification est disponible dans votre espace personnel.' },
      {
        type: 'definitions',
        lignes: [
          { terme: 'Mise à disposition le', valeur: jourLisible(disponibleLe) },
          { terme: 'Service', valeur: service },
        ],
      },
      { type: 'paragraphe', texte: 'Pour la lire, vous pouvez cliquer sur le lien suivant :' },
      { type: 'lien', libelle: 'Se connecter', href: lien('/connexion') },
      ...(consentement
        ? [
            {
              type: 'paragraphe' as const,
              texte: `Vous avez accepté d’être notifié(e) par voie électronique. Si vous ne l’ouvrez pas dans un délai de quinze jours, elle sera réputée vous avoir été notifiée le ${jourLisible(disponibleLe)}, date de sa mise à disposition (code des relations entre le public et l’administration, art. R. 112-20).`,
            },
          ]
        : []),
    ],
  }),
});
