// A restricted dossier comes from another préfecture: nobody here sees it but the referents, who say who else does. Nothing but its number.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const restreintRecu = courriel({
  sorte: 'restreint_recu',
  objet: 'Dossier à accès restreint reçu d’une autre préfecture, aux référents vulnérabilité',
  variables: z.object({ numero: z.string(), dossier: z.string() }),
  exemple: { numero: '5901202611220000370', dossier: '01890000-0000-7000-8000-000000000000' },
  rediger: ({ numero, dossier }, { lien }) => ({
    sujet: 'Un dossier à accès restreint vous est transféré',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `La demande n° ${numero} est désormais suivie par votre préfecture. Son accès est restreint : vous seuls la voyez, avec les autres référents. Dites quels agents l’instruisent.`,
      },
      { type: 'lien', libelle: 'Choisir les agents habilités', href: lien(`/instruction/${dossier}/acces`) },
    ],
  }),
});
