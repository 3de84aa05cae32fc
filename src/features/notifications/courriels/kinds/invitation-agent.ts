// An administrator opens an account to an agent, who chooses a password through a single-use link.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const invitationAgent = courriel({
  sorte: 'invitation_agent',
  objet: 'Invitation d’un agent',
  variables: z.object({ prenom: z.string(), nom: z.string(), validiteJours: z.number() }),
  secret: { contient: 'le jeton du lien', exemple: 'jeton-exemple' },
  exemple: { prenom: 'Camille', nom: 'TESTINSTRUC', validiteJours: 7 },
  rediger: ({ prenom, nom, validiteJours }, { lien, secret }) => ({
    sujet: 'Votre invitation au portail des agents',
    nom: `${prenom} ${nom}`,
    contenu: [
      {
        type: 'paragraphe',
        texte: 'Un administrateur vous invite à ouvrir, ou à rouvrir, votre compte d’agent sur le portail des étrangers en France.',
      },
      { type: 'lien', libelle: 'Choisir mon mot de passe', href: lien(`/agents/invitation?jeton=${encodeURIComponent(secret)}`) },
      {
        type: 'paragraphe',
        texte: `Ce lien ne sert qu’une fois et pendant ${validiteJours} jours. Vous choisirez ensuite un second facteur : préparez votre téléphone ou votre clé de sécurité.`,
      },
      { type: 'paragraphe', texte: 'Si vous n’attendiez pas ce message, ne cliquez pas et prévenez votre administrateur.' },
    ],
  }),
});
