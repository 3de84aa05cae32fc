// Sent to the known address when somebody gave the number and the dates of a titre whose holder has a compte: the page told nothing.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const compteExistantNumero = courriel({
  sorte: 'compte_existant_numero',
  objet: 'Création de compte demandée avec un titre dont le titulaire en a déjà un',
  variables: z.object({}),
  exemple: {},
  rediger: (_, { lien }) => ({
    sujet: 'Vous avez déjà un compte',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte:
          'Quelqu’un vient de demander la création d’un compte avec le numéro et les dates de votre titre de séjour ou de votre visa. Vous avez déjà un compte, ouvert avec cette adresse électronique : aucun autre n’a été créé.',
      },
      {
        type: 'paragraphe',
        texte:
          'Si c’était vous, connectez-vous. Votre identifiant est votre numéro étranger ou, si vous n’en avez pas, le numéro de votre visa.',
      },
      { type: 'lien', libelle: 'Se connecter', href: lien('/connexion') },
      { type: 'paragraphe', texte: 'Sans mot de passe, entrez par un lien envoyé à cette adresse :' },
      { type: 'lien', libelle: 'Recevoir un lien de connexion', href: lien('/connexion/lien') },
      {
        type: 'paragraphe',
        texte:
          'Si ce n’était pas vous, votre compte n’a pas changé, mais quelqu’un connaît les renseignements de votre titre : prévenez-nous.',
      },
      { type: 'lien', libelle: 'Nous contacter', href: lien('/contact') },
    ],
  }),
});
