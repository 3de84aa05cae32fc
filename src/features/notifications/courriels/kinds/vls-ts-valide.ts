// S-025, S-230: the VLS-TS is validated; the confirmation is attached, its reference is the identifiant of the compte.
import { z } from 'zod';
import { courriel, personneSaluee, saluer } from '../schema.ts';

export const vlsTsValide = courriel({
  sorte: 'vls_ts_valide',
  objet: 'Validation d’un VLS-TS',
  variables: z.object({ personne: personneSaluee, numero: z.string() }),
  pieces: true,
  exemple: { personne: { nom: 'TESTNGUYEN', prenom: 'Minh' }, numero: '5901202611220000370' },
  rediger: ({ personne, numero }, { lien }) => ({
    sujet: 'Votre visa de long séjour est validé',
    nom: saluer(personne),
    contenu: [
      {
        type: 'paragraphe',
        texte: 'La validation de votre visa de long séjour valant titre de séjour (VLS-TS) est enregistrée.',
      },
      { type: 'definitions', lignes: [{ terme: 'N° de la validation', valeur: numero }] },
      {
        type: 'paragraphe',
        texte:
          'Vous trouverez en pièce jointe la « Confirmation de la validation de l’enregistrement de votre VLS-TS ». Gardez-la : présentée avec votre visa, elle prouve la régularité de votre séjour, et sa référence est votre identifiant sur ce portail.',
      },
      { type: 'lien', libelle: 'Se connecter', href: lien('/connexion') },
    ],
  }),
});
