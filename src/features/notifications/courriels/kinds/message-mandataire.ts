// The service has written in a request confided by a mandat (D-11). As for a complement, the mail says neither who the person is, nor
// which request, nor what is written.
import { z } from 'zod';
import { jourLisible } from '#domain/jour.ts';
import { courriel } from '../schema.ts';

export const messageMandataire = courriel({
  sorte: 'message_mandataire',
  objet: 'Message du service, à qui a le mandat d’y répondre',
  variables: z.object({ le: z.string(), service: z.string() }),
  exemple: { le: '2026-03-02', service: 'Préfecture du Nord' },
  rediger: ({ le, service }, { lien }) => ({
    sujet: 'Un message vous attend dans une demande qui vous est confiée',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte:
          'L’administration a écrit dans une demande pour laquelle un mandat vous permet de répondre. La personne qui vous l’a confiée en est prévenue aussi.',
      },
      {
        type: 'definitions',
        lignes: [
          { terme: 'Écrit le', valeur: jourLisible(le) },
          { terme: 'Service', valeur: service },
        ],
      },
      { type: 'paragraphe', texte: 'Connectez-vous pour lire le message et y répondre.' },
      { type: 'lien', libelle: 'Voir les demandes qui me sont confiées', href: lien('/mon-compte/mandats') },
    ],
  }),
});
