// S-060: the behaviour is not shown in the seeds; ours: the identifiant goes to the address of the compte, never to the screen.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const identifiantOublie = courriel({
  sorte: 'identifiant_oublie',
  objet: 'Identifiant oublié',
  variables: z.object({ identifiant: z.string() }),
  exemple: { identifiant: '5999000006' },
  rediger: ({ identifiant }, { lien }) => ({
    sujet: 'Votre identifiant',
    nom: null,
    contenu: [
      { type: 'paragraphe', texte: 'Vous avez demandé à retrouver votre identifiant de connexion :' },
      { type: 'definitions', lignes: [{ terme: 'Identifiant', valeur: identifiant }] },
      { type: 'lien', libelle: 'Se connecter', href: lien('/connexion') },
      { type: 'paragraphe', texte: 'Si vous n’avez rien demandé, ne tenez pas compte de ce message.' },
    ],
  }),
});
