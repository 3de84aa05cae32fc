// The number given to a minor: told to who represents them. The compte of the representative does not change (D-11).
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const numeroDuMineur = courriel({
  sorte: 'numero_du_mineur',
  objet: 'Numéro étranger attribué à un mineur représenté',
  variables: z.object({ enfant: z.string(), numeroEtranger: z.string() }),
  exemple: { enfant: 'Lina TESTDIALLO', numeroEtranger: '5903000274' },
  rediger: ({ enfant, numeroEtranger }, { lien }) => ({
    sujet: 'Un numéro étranger est attribué à l’enfant que vous représentez',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `La préfecture a attribué un numéro étranger à ${enfant}. Gardez-le : il servira à toutes ses démarches.`,
      },
      { type: 'definitions', lignes: [{ terme: 'Numéro étranger', valeur: numeroEtranger }] },
      {
        type: 'paragraphe',
        texte: 'Votre propre compte ne change pas : vous continuez à vous connecter comme aujourd’hui pour suivre la demande.',
      },
      { type: 'lien', libelle: 'Suivre la demande', href: lien('/mon-compte') },
    ],
  }),
});
