// Somebody came in from a browser that had never opened this compte. No link that acts: who did not come in goes to the site by themselves.
import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

export const appareilNouveau = courriel({
  sorte: 'appareil_nouveau',
  objet: 'Connexion depuis un appareil nouveau',
  variables: z.object({ le: z.iso.datetime(), navigateur: z.string().nullable(), systeme: z.string().nullable() }),
  exemple: { le: '2026-03-02T10:15:00Z', navigateur: 'Firefox', systeme: 'Android' },
  rediger: ({ le, navigateur, systeme }, { lien }) => ({
    sujet: 'Une connexion à votre compte depuis un nouvel appareil',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: 'Votre compte vient d’être ouvert depuis un appareil ou un navigateur qui ne l’avait jamais ouvert, ou pas depuis six mois.',
      },
      {
        type: 'definitions',
        lignes: [
          { terme: 'Le', valeur: `${instant.format(new Date(le))} (heure de Paris)` },
          { terme: 'Appareil', valeur: [navigateur, systeme].filter((mot) => mot !== null).join(' sur ') || 'inconnu' },
        ],
      },
      {
        type: 'paragraphe',
        texte: 'C’était vous, ou quelqu’un qui vous aide à côté de vous ? Vous n’avez rien à faire.',
      },
      {
        type: 'paragraphe',
        texte:
          'Ce n’était pas vous ? Changez tout de suite votre mot de passe, puis fermez les autres sessions dans « Sécurité ». Personne ne vous demandera votre mot de passe par courriel ou par téléphone.',
      },
      { type: 'lien', libelle: 'Sécurité de mon compte', href: lien('/mon-compte/securite') },
    ],
  }),
});
