// The whole of what the portal holds about somebody has been downloaded: its owner is told.
import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

export const donneesTelechargees = courriel({
  sorte: 'donnees_telechargees',
  objet: 'Téléchargement de toutes ses données',
  variables: z.object({ le: z.iso.datetime() }),
  exemple: { le: '2026-03-02T10:15:00Z' },
  rediger: ({ le }, { lien }) => ({
    sujet: 'Vos données ont été téléchargées',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `Le ${instant.format(new Date(le))} (heure de Paris), toutes les données de votre compte ont été téléchargées depuis votre espace personnel.`,
      },
      {
        type: 'paragraphe',
        texte:
          'Si c’était vous, gardez ce fichier en lieu sûr : il contient vos documents. N’en laissez pas de copie sur un ordinateur partagé.',
      },
      {
        type: 'paragraphe',
        texte: 'Si ce n’était pas vous, choisissez tout de suite un autre mot de passe : toutes les connexions ouvertes seront fermées.',
      },
      { type: 'lien', libelle: 'Choisir un autre mot de passe', href: lien('/compte/mot-de-passe-oublie') },
    ],
  }),
});
