// An agent of the centre de contact, or of the préfecture, has answered.
import { z } from 'zod';
import { courriel } from '../schema.ts';
import { suivreTicket } from './ticket-lien.ts';

export const ticketReponse = courriel({
  sorte: 'ticket_reponse',
  objet: 'Réponse du centre de contact',
  variables: z.object({ nom: z.string(), numero: z.string(), texte: z.string(), clos: z.boolean(), ticket: z.string().nullable() }),
  secret: { contient: 'le jeton du lien, vide pour qui a un compte', exemple: 'jeton-exemple' },
  exemple: {
    nom: 'TESTCOLLINS Marshall',
    numero: '2026-004217',
    texte: 'Nous avons corrigé le problème.\nVous pouvez reprendre votre demande.',
    clos: false,
    ticket: null,
  },
  rediger: ({ nom, numero, texte, clos, ticket }, contexte) => ({
    sujet: `Réponse à votre ticket n° ${numero}`,
    nom,
    contenu: [
      { type: 'paragraphe', texte: 'Le centre de contact citoyens vous répond :' },
      ...texte
        .split(/\n+/)
        .filter((ligne) => ligne.trim() !== '')
        .map((ligne) => ({ type: 'paragraphe' as const, texte: ligne, fort: true })),
      {
        type: 'paragraphe',
        texte: clos
          ? 'Ce ticket est clos. Si le problème n’est pas réglé, répondez par le lien ci-dessous : il sera rouvert.'
          : 'Pour répondre :',
      },
      ...suivreTicket(ticket, contexte, 'Lire et répondre'),
    ],
  }),
});
