// A new way into a compte is always told, so that its owner notices one opened by somebody else.
import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

export const identiteLiee = courriel({
  sorte: 'identite_liee',
  objet: 'Identité FranceConnect ou ProConnect liée à un compte',
  variables: z.object({ le: z.iso.datetime(), fournisseur: z.enum(['FranceConnect', 'ProConnect']) }),
  exemple: { le: '2026-03-02T10:15:00Z', fournisseur: 'FranceConnect' },
  rediger: ({ le, fournisseur }, { lien }) => ({
    sujet: `Votre compte peut maintenant s’ouvrir avec ${fournisseur}`,
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `Le ${instant.format(new Date(le))} (heure de Paris), une identité ${fournisseur} a été liée à votre compte. Elle permet d’y entrer sans mot de passe.`,
      },
      ...(fournisseur === 'FranceConnect'
        ? [
            {
              type: 'paragraphe' as const,
              texte:
                'Si ce n’était pas vous, connectez-vous, retirez cette identité dans « Mon compte », rubrique « Sécurité », puis changez votre mot de passe.',
            },
            { type: 'lien' as const, libelle: 'Voir la sécurité de mon compte', href: lien('/mon-compte/securite') },
          ]
        : [
            { type: 'paragraphe' as const, texte: 'Si ce n’était pas vous, prévenez tout de suite l’administrateur de votre préfecture.' },
            { type: 'lien' as const, libelle: 'Espace des agents', href: lien('/agents/connexion') },
          ]),
    ],
  }),
});
