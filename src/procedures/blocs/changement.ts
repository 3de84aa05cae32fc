// A change declared by who holds a titre: whether a new card is wanted, and what that adds.
import type { Champ, Condition, PieceDemandee } from '#domain/procedure/definition.ts';
import { ephoto, nationalite, timbre } from './pieces.ts';
import { titreActuel } from './pieces-titulaire.ts';

export const EUROPEENS: Condition = {
  champ: 'titre_type',
  parmi: ['ue_permanent', 'ue_citoyen', 'ue_famille'],
};

export const NOUVELLE_CARTE: Condition = { champ: 'refabrication_titre', parmi: ['oui'] };

export const refabricationTitre: Champ<'oui_non'> = {
  code: 'refabrication_titre',
  type: 'oui_non',
  libelle: 'Souhaitez-vous une nouvelle carte ?',
  libelleCourt: 'Nouvelle carte demandée',
  aide: 'Elle est facultative et payante (droit de timbre). Sans nouvelle carte, votre carte actuelle reste valable jusqu’à sa date de fin. Si elle finit dans moins de trois mois, répondez non : son renouvellement vous en donnera une.',
  requis: true,
};

/** Asked only for a new card. The title held is always shown. */
export const piecesDeLaCarte: readonly PieceDemandee[] = [
  titreActuel,
  { ...nationalite, condition: NOUVELLE_CARTE },
  { ...ephoto, condition: NOUVELLE_CARTE },
  { ...timbre, condition: { tous: [NOUVELLE_CARTE, { non: EUROPEENS }] } },
];
