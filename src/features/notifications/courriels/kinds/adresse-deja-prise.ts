// Sent instead of the link when the new address already is that of another compte: the page said the same thing in both cases.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const adresseDejaPrise = courriel({
  sorte: 'adresse_deja_prise',
  objet: 'Changement d’adresse électronique : vers une adresse qui a déjà un compte',
  variables: z.object({}),
  exemple: {},
  rediger: (_, { lien }) => ({
    sujet: 'Cette adresse a déjà un compte',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte:
          'Quelqu’un vient de demander à utiliser cette adresse pour un autre compte. Elle en a déjà un : rien n’a changé, ni pour l’un ni pour l’autre.',
      },
      {
        type: 'paragraphe',
        texte:
          'Si c’était vous, vous avez deux comptes. Connectez-vous avec celui de cette adresse, ou choisissez une autre adresse pour l’autre compte :',
      },
      { type: 'lien', libelle: 'Se connecter', href: lien('/connexion') },
      { type: 'paragraphe', texte: 'Pour réunir vos deux comptes, écrivez-nous :' },
      { type: 'lien', libelle: 'Nous contacter', href: lien('/contact') },
      { type: 'paragraphe', texte: 'Si ce n’était pas vous, vous n’avez rien à faire.' },
    ],
  }),
});
