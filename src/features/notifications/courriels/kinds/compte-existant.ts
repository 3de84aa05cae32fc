// Sent instead of a new access when the address already has a compte: the page says the same thing in both cases.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const compteExistant = courriel({
  sorte: 'compte_existant',
  objet: 'Création de compte demandée avec une adresse qui en a déjà un',
  variables: z.object({}),
  exemple: {},
  rediger: (_, { lien }) => ({
    sujet: 'Vous avez déjà un compte',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte:
          'Quelqu’un vient de demander la création d’un compte avec cette adresse électronique. Elle en a déjà un : aucun autre n’a été créé.',
      },
      { type: 'paragraphe', texte: 'Si c’était vous, connectez-vous avec votre identifiant et votre mot de passe :' },
      { type: 'lien', libelle: 'Se connecter', href: lien('/connexion') },
      { type: 'paragraphe', texte: 'Si vous avez oublié votre mot de passe, choisissez-en un autre :' },
      { type: 'lien', libelle: 'Mot de passe oublié', href: lien('/compte/mot-de-passe-oublie') },
      { type: 'paragraphe', texte: 'Si ce n’était pas vous, vous n’avez rien à faire : votre compte n’a pas changé.' },
    ],
  }),
});
