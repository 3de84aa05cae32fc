// The former address is told that it was replaced, and may take its place back for some days with the password of before.
import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

export const adresseRemplacee = courriel({
  sorte: 'adresse_remplacee',
  objet: 'Changement d’adresse électronique : à l’ancienne adresse, une fois remplacée',
  variables: z.object({ le: z.iso.datetime(), nouvelle: z.string(), jours: z.number(), retour: z.boolean() }),
  secret: { contient: 'le jeton du retour à l’ancienne adresse', exemple: 'jeton-exemple' },
  exemple: { le: '2026-03-02T10:15:00Z', nouvelle: 'an•••@example.org', jours: 7, retour: true },
  rediger: ({ le, nouvelle, jours, retour }, { lien, secret }) => ({
    sujet: 'L’adresse électronique de votre compte a changé',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `Le ${instant.format(new Date(le))} (heure de Paris), cette adresse a été remplacée par ${nouvelle} pour votre compte. Vos messages n’arrivent plus ici.`,
      },
      { type: 'paragraphe', texte: 'Si c’était vous, vous n’avez rien à faire.' },
      ...(retour
        ? [
            {
              type: 'paragraphe' as const,
              texte: `Si ce n’était pas vous, vous pouvez reprendre votre compte pendant ${jours} jours, avec le mot de passe que vous aviez avant ce changement :`,
            },
            {
              type: 'lien' as const,
              libelle: 'Reprendre mon compte',
              href: lien(`/mon-compte/courriel?retour=${encodeURIComponent(secret)}`),
            },
          ]
        : []),
      {
        type: 'paragraphe',
        texte: retour
          ? 'Si ce lien ne marche pas, écrivez-nous ou appelez-nous :'
          : 'Si ce n’était pas vous, écrivez-nous ou appelez-nous sans attendre :',
      },
      { type: 'lien', libelle: 'Nous contacter', href: lien('/contact') },
    ],
  }),
});
