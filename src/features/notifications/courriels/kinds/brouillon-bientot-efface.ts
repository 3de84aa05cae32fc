// D-12: a draft is erased ninety days after its last save (thirty for a temporary compte that never filed), said fifteen days before.
import { z } from 'zod';
import { jourLisible } from '#domain/jour.ts';
import { courriel } from '../schema.ts';

export const brouillonBientotEfface = courriel({
  sorte: 'brouillon_bientot_efface',
  objet: 'Brouillon bientôt effacé',
  variables: z.object({ demarche: z.string(), sauveLe: z.iso.date(), jours: z.number().int() }),
  exemple: { demarche: 'Enfant de Français – première demande', sauveLe: '2026-02-02', jours: 15 },
  rediger: ({ demarche, sauveLe, jours }, { lien }) => ({
    sujet: 'Votre demande commencée sera bientôt effacée',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `Vous avez commencé une demande (${demarche}) et ne l’avez pas envoyée. Elle n’a pas changé depuis le ${jourLisible(sauveLe)}.`,
      },
      {
        type: 'paragraphe',
        texte: `Dans ${jours} jours, ce brouillon et ses fichiers seront effacés. Pour les garder, ouvrez la demande et enregistrez une étape, ou envoyez-la :`,
      },
      { type: 'lien', libelle: 'Mes demandes', href: lien('/mon-compte') },
      { type: 'paragraphe', texte: 'Si vous n’en avez plus besoin, vous n’avez rien à faire.' },
    ],
  }),
});
