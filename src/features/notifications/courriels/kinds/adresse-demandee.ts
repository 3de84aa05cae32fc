// The address in place is told that another is asked, before anything changes.
import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

export const adresseDemandee = courriel({
  sorte: 'adresse_demandee',
  objet: 'Changement d’adresse électronique : à l’adresse actuelle, dès la demande',
  variables: z.object({ le: z.iso.datetime(), nouvelle: z.string() }),
  exemple: { le: '2026-03-02T10:15:00Z', nouvelle: 'an•••@example.org' },
  rediger: ({ le, nouvelle }, { lien }) => ({
    sujet: 'Un changement d’adresse électronique est demandé',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `Le ${instant.format(new Date(le))} (heure de Paris), il a été demandé de remplacer cette adresse par ${nouvelle} pour votre compte.`,
      },
      {
        type: 'paragraphe',
        texte: 'Si c’était vous : ouvrez le courriel envoyé à la nouvelle adresse. Jusque-là, rien ne change et vos messages arrivent ici.',
      },
      {
        type: 'paragraphe',
        texte:
          'Si ce n’était pas vous, quelqu’un connaît votre mot de passe. Choisissez-en un autre tout de suite : la demande sera annulée et toutes les connexions ouvertes seront fermées.',
      },
      { type: 'lien', libelle: 'Choisir un autre mot de passe', href: lien('/compte/mot-de-passe-oublie') },
    ],
  }),
});
