// The link that confirms the new e-mail of a compte; sent to that address, known or not by the person who typed it.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const adresseAConfirmer = courriel({
  sorte: 'adresse_a_confirmer',
  objet: 'Changement d’adresse électronique : à la nouvelle adresse',
  variables: z.object({ heures: z.number() }),
  secret: { contient: 'le jeton du lien', exemple: 'jeton-exemple' },
  exemple: { heures: 24 },
  rediger: ({ heures }, { lien, secret }) => ({
    sujet: 'Confirmez votre nouvelle adresse électronique',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: 'Vous avez demandé à utiliser cette adresse pour votre compte. Ouvrez la page suivante, puis appuyez sur le bouton :',
      },
      { type: 'lien', libelle: 'Confirmer cette adresse', href: lien(`/mon-compte/courriel?jeton=${encodeURIComponent(secret)}`) },
      {
        type: 'paragraphe',
        texte: `Ce lien ne sert qu’une fois et pendant ${heures} heures. Tant que vous n’avez pas appuyé sur le bouton, rien ne change.`,
      },
      {
        type: 'paragraphe',
        texte: 'Si vous n’avez rien demandé, ne tenez pas compte de ce message : quelqu’un a sans doute mal écrit son adresse.',
      },
    ],
  }),
});
