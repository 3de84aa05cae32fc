import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

export const identiteDeliee = courriel({
  sorte: 'identite_deliee',
  objet: 'Identité FranceConnect retirée d’un compte',
  variables: z.object({ le: z.iso.datetime() }),
  exemple: { le: '2026-03-02T10:15:00Z' },
  rediger: ({ le }, { lien }) => ({
    sujet: 'Votre compte ne s’ouvre plus avec FranceConnect',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `Votre identité FranceConnect a été retirée de votre compte le ${instant.format(new Date(le))} (heure de Paris). Connectez-vous avec votre identifiant et votre mot de passe.`,
      },
      { type: 'paragraphe', texte: 'Vous n’avez pas de mot de passe, ou ce n’était pas vous ? Choisissez-en un nouveau.' },
      { type: 'lien', libelle: 'Choisir un mot de passe', href: lien('/compte/mot-de-passe-oublie') },
    ],
  }),
});
