// An answer is awaited in a request confided by a mandat (D-11). A mail may be read by others: it says neither who the person is, nor
// which request, nor what is asked.
import { z } from 'zod';
import { jourLisible } from '#domain/jour.ts';
import { courriel } from '../schema.ts';

export const complementMandataire = courriel({
  sorte: 'complement_mandataire',
  objet: 'Complément demandé, à qui a le mandat d’y répondre',
  variables: z.object({ le: z.string(), service: z.string() }),
  exemple: { le: '2026-03-02', service: 'Préfecture du Nord' },
  rediger: ({ le, service }, { lien }) => ({
    sujet: 'Une réponse est attendue dans une demande qui vous est confiée',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte:
          'L’administration demande un complément dans une demande pour laquelle un mandat vous permet de répondre. La personne qui vous l’a confiée en est prévenue aussi.',
      },
      {
        type: 'definitions',
        lignes: [
          { terme: 'Demandé le', valeur: jourLisible(le) },
          { terme: 'Service', valeur: service },
        ],
      },
      {
        type: 'paragraphe',
        texte:
          'Connectez-vous pour lire ce qui est demandé. Le délai pour répondre court quand la personne elle-même ouvre la notification.',
      },
      { type: 'lien', libelle: 'Voir les demandes qui me sont confiées', href: lien('/mon-compte/mandats') },
    ],
  }),
});
