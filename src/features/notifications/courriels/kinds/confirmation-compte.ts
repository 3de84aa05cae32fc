// S-034, S-223: the link that confirms the address of a compte asked for with a number, then the password.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const confirmationCompte = courriel({
  sorte: 'confirmation_compte',
  objet: 'Création d’un compte avec un numéro étranger ou un visa',
  variables: z.object({ validiteHeures: z.number(), motDePasse: z.boolean() }),
  secret: { contient: 'le jeton du lien', exemple: 'jeton-exemple' },
  exemple: { validiteHeures: 24, motDePasse: true },
  rediger: ({ validiteHeures, motDePasse }, { lien, secret }) => ({
    sujet: 'Confirmez la création de votre compte',
    nom: null,
    contenu: [
      { type: 'paragraphe', texte: 'Vous avez demandé la création de votre compte d’accès à votre espace personnel.' },
      {
        type: 'paragraphe',
        texte: motDePasse
          ? 'Pour confirmer votre adresse électronique et choisir votre mot de passe, cliquez sur le lien suivant :'
          : 'Pour confirmer votre adresse électronique, cliquez sur le lien suivant :',
      },
      { type: 'lien', libelle: 'Confirmer mon adresse', href: lien(`/compte/confirmation?jeton=${encodeURIComponent(secret)}`) },
      { type: 'paragraphe', texte: `Ce lien ne sert qu’une fois et pendant ${validiteHeures} heures.` },
      { type: 'paragraphe', texte: 'Si vous n’avez rien demandé, ne tenez pas compte de ce message : aucun compte ne sera créé.' },
    ],
  }),
});
