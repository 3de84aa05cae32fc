// A change of password is always told, so that its owner notices one made by somebody else.
import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

export const motDePasseChange = courriel({
  sorte: 'mot_de_passe_change',
  objet: 'Mot de passe changé',
  variables: z.object({ le: z.iso.datetime() }),
  exemple: { le: '2026-03-02T10:15:00Z' },
  rediger: ({ le }, { lien }) => ({
    sujet: 'Votre mot de passe a été changé',
    nom: null,
    contenu: [
      { type: 'paragraphe', texte: `Le mot de passe de votre compte a été changé le ${instant.format(new Date(le))} (heure de Paris).` },
      {
        type: 'paragraphe',
        texte: 'Si ce n’était pas vous, choisissez tout de suite un autre mot de passe : toutes les connexions ouvertes seront fermées.',
      },
      { type: 'lien', libelle: 'Choisir un autre mot de passe', href: lien('/compte/mot-de-passe-oublie') },
    ],
  }),
});
