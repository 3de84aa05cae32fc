// S-015, S-016: what was written to the centre de contact is recorded; its number proves it.
import { z } from 'zod';
import { courriel } from '../schema.ts';
import { suivreTicket } from './ticket-lien.ts';

export const ticketEnregistre = courriel({
  sorte: 'ticket_enregistre',
  objet: 'Message reçu par le centre de contact',
  variables: z.object({ nom: z.string(), numero: z.string(), sujet: z.string(), ticket: z.string().nullable() }),
  secret: { contient: 'le jeton du lien, vide pour qui a un compte', exemple: 'jeton-exemple' },
  exemple: { nom: 'TESTCOLLINS Marshall', numero: '2026-004217', sujet: 'Un message d’erreur s’affiche', ticket: null },
  rediger: ({ nom, numero, sujet, ticket }, contexte) => ({
    sujet: `Votre message est enregistré : ticket n° ${numero}`,
    nom,
    contenu: [
      { type: 'paragraphe', texte: 'Le centre de contact citoyens a bien reçu votre message.' },
      {
        type: 'definitions',
        lignes: [
          { terme: 'Numéro de ticket', valeur: numero },
          { terme: 'Sujet', valeur: sujet },
        ],
      },
      { type: 'paragraphe', texte: 'Gardez ce numéro : il prouve votre signalement et sa date.' },
      ...suivreTicket(ticket, contexte, 'Relire ou compléter mon message'),
    ],
  }),
});
