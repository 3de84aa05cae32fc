// The last mail to somebody who has deleted their compte; its row goes by itself (menage).
import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

export const compteSupprime = courriel({
  sorte: 'compte_supprime',
  objet: 'Compte supprimé par son titulaire',
  variables: z.object({ le: z.iso.datetime() }),
  exemple: { le: '2026-03-02T10:15:00Z' },
  rediger: ({ le }, { lien }) => ({
    sujet: 'Votre compte est supprimé',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `Le ${instant.format(new Date(le))} (heure de Paris), votre compte a été supprimé à votre demande. Vos brouillons, vos fichiers et vos coordonnées sont effacés.`,
      },
      {
        type: 'paragraphe',
        texte: 'C’est le dernier message que nous vous envoyons. Vous pouvez ouvrir un nouveau compte à tout moment :',
      },
      { type: 'lien', libelle: 'Étrangers en France', href: lien('/') },
      { type: 'paragraphe', texte: 'Si ce n’était pas vous, écrivez-nous ou appelez-nous :' },
      { type: 'lien', libelle: 'Nous contacter', href: lien('/contact') },
    ],
  }),
});
