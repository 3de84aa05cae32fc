// The person who gave a mandat learns the answer.
import { z } from 'zod';
import { jourLisible } from '#domain/jour.ts';
import { courriel } from '../schema.ts';

export const mandatRepondu = courriel({
  sorte: 'mandat_repondu',
  objet: 'Réponse à un mandat proposé',
  variables: z.object({ par: z.string(), accepte: z.boolean(), finLe: z.string() }),
  exemple: { par: 'Maître TESTAVOCAT', accepte: true, finLe: '2027-02-22' },
  rediger: ({ par, accepte, finLe }, { lien }) => ({
    sujet: accepte ? `${par} accepte de vous aider` : `${par} ne peut pas vous aider`,
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: accepte
          ? `${par} a accepté votre mandat, jusqu’au ${jourLisible(finLe)}. Tout ce que cette personne fera pour vous portera son nom, dans l’historique de votre demande.`
          : `${par} a décliné votre mandat. Rien n’a changé dans votre demande.`,
      },
      { type: 'paragraphe', texte: 'Vous pouvez mettre fin à un mandat à tout moment, sans donner de raison.' },
      { type: 'lien', libelle: 'Voir mes mandats', href: lien('/mon-compte/mandats') },
    ],
  }),
});
