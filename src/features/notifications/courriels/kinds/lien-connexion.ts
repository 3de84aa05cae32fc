// A single-use link that opens the compte: for who forgot the password, has none (S-037), or is held by somebody else's failures.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const lienConnexion = courriel({
  sorte: 'lien_connexion',
  objet: 'Lien de connexion demandé',
  variables: z.object({ validiteMinutes: z.number() }),
  secret: { contient: 'le jeton du lien', exemple: 'jeton-exemple' },
  exemple: { validiteMinutes: 60 },
  rediger: ({ validiteMinutes }, { lien, secret }) => ({
    sujet: 'Votre lien de connexion',
    nom: null,
    contenu: [
      { type: 'paragraphe', texte: 'Vous avez demandé à vous connecter sans mot de passe. Cliquez sur le lien suivant :' },
      { type: 'lien', libelle: 'Me connecter', href: lien(`/connexion/lien?jeton=${encodeURIComponent(secret)}`) },
      { type: 'paragraphe', texte: `Ce lien ne sert qu’une fois et pendant ${validiteMinutes} minutes. Ne le donnez à personne.` },
      {
        type: 'paragraphe',
        texte: 'Si vous n’avez rien demandé, ne tenez pas compte de ce message : personne n’est entré dans votre compte.',
      },
    ],
  }),
});
