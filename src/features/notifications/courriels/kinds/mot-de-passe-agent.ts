// A single-use link for an agent who has forgotten the password. The second factor is still asked afterwards.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const motDePasseAgent = courriel({
  sorte: 'mot_de_passe_agent',
  objet: 'Mot de passe oublié par un agent',
  variables: z.object({ validiteMinutes: z.number() }),
  secret: { contient: 'le jeton du lien', exemple: 'jeton-exemple' },
  exemple: { validiteMinutes: 60 },
  rediger: ({ validiteMinutes }, { lien, secret }) => ({
    sujet: 'Choisissez un nouveau mot de passe',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: 'Vous avez demandé à choisir un nouveau mot de passe pour votre compte d’agent. Cliquez sur le lien suivant :',
      },
      {
        type: 'lien',
        libelle: 'Choisir un nouveau mot de passe',
        href: lien(`/agents/nouveau-mot-de-passe?jeton=${encodeURIComponent(secret)}`),
      },
      { type: 'paragraphe', texte: `Ce lien ne sert qu’une fois et pendant ${validiteMinutes} minutes.` },
      { type: 'paragraphe', texte: 'Si vous n’avez rien demandé, ne tenez pas compte de ce message : votre mot de passe n’a pas changé.' },
    ],
  }),
});
