// Screens of what is neither a first request nor a renewal: a few screens of questions, then pieces, deposit, confirmation.
import type { Etape, Section } from '#domain/procedure/definition.ts';

type Ecran = { code: string; titre: string; entete?: string; sections: readonly Section[] };

const FIN = 45;

/** Three or four numbered steps: the first, « Informations », holds every screen of questions (as S-186). */
export const etapesCourtes = (ecrans: readonly Ecran[], pieces: { titre: string; entete: string }): readonly Etape[] => [
  ...ecrans.map(
    (ecran, i): Etape => ({
      ...ecran,
      sorte: 'champs',
      jalon: 'Informations',
      progression: 10 + Math.round(((FIN - 10) * i) / ecrans.length),
      minutes: 10 - 2 * i,
    }),
  ),
  { code: 'justificatifs', sorte: 'pieces', progression: 60, minutes: 3, ...pieces },
  {
    code: 'depot',
    titre: 'Dépôt de la demande',
    sorte: 'depot',
    progression: 90,
    entete: 'Dernière étape, je confirme le dépôt définitif de ma demande.',
  },
  { code: 'confirmation', titre: 'Confirmation', sorte: 'confirmation', progression: 100 },
];

export const PIECES_A_JOINDRE = {
  titre: 'Pièces justificatives',
  entete: 'Maintenant, nous allons vous demander de joindre les documents justifiant votre situation',
};
