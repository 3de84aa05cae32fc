// The way back to a ticket: through the compte of who has one, through a link of this mail otherwise.
import { z } from 'zod';
import type { Bloc } from '#adapters/mail/message.ts';
import { type ContexteCourriel, courriel } from '../schema.ts';

/** `ticket`: its identifier, for who has a compte; null: the link carries the token. */
export function suivreTicket(ticket: string | null, { lien, secret }: ContexteCourriel, libelle: string): Bloc[] {
  if (ticket) return [{ type: 'lien', libelle, href: lien(`/mon-compte/tickets/${ticket}`) }];
  return [
    { type: 'lien', libelle, href: lien(`/contact/suivi?jeton=${encodeURIComponent(secret)}`) },
    {
      type: 'paragraphe',
      texte: 'Ce lien ouvre vos échanges une seule fois, pendant 30 jours. Pour y revenir ensuite, la même page vous en enverra un autre.',
    },
  ];
}

export const ticketLien = courriel({
  sorte: 'ticket_lien',
  objet: 'Nouveau lien vers un ticket du centre de contact',
  variables: z.object({ nom: z.string(), numero: z.string() }),
  secret: { contient: 'le jeton du lien', exemple: 'jeton-exemple' },
  exemple: { nom: 'TESTCOLLINS Marshall', numero: '2026-004217' },
  rediger: ({ nom, numero }, contexte) => ({
    sujet: `Votre lien vers le ticket n° ${numero}`,
    nom,
    contenu: [
      { type: 'paragraphe', texte: `Vous avez demandé un nouveau lien vers vos échanges avec le centre de contact (ticket n° ${numero}).` },
      ...suivreTicket(null, contexte, 'Ouvrir mes échanges'),
      { type: 'paragraphe', texte: 'Si vous n’avez rien demandé, ne tenez pas compte de ce message.' },
    ],
  }),
});
