// Pieces of the family of a talent: L.421-22 and L.421-23, and the sheet F16922 (« famille accompagnante »).
import type { PieceDemandee } from '#domain/procedure/definition.ts';

const MOTIF = { groupe: 'Motif de séjour', requis: true, moment: 'depot' } as const;
const LOI = { certitude: 'L', dateSource: '2026-04-03' } as const;
const conjoint = { champ: 'talent_lien', parmi: ['conjoint'] } as const;
const enfant = { champ: 'talent_lien', parmi: ['enfant'] } as const;
export const carteBleue = { champ: 'talent_titre_proche', parmi: ['carte_bleue'] } as const;
export const carteBleueEurope = { champ: 'talent_titre_proche', parmi: ['carte_bleue_europe'] } as const;

export const piecesFamille: readonly PieceDemandee[] = [
  {
    code: 'titre_talent',
    libelle: 'Titre « talent » de votre conjoint ou parent',
    ...MOTIF,
    mode: { sorte: 'unique', document: 'Sa carte de séjour « talent », recto et verso, ou son visa valant titre de séjour' },
    source: 'CESEDA L.421-22, L.421-23 ; service-public.fr F16922',
    ...LOI,
  },
  {
    code: 'mariage',
    libelle: 'Justificatif de mariage',
    ...MOTIF,
    condition: conjoint,
    mode: { sorte: 'unique', document: 'Copie intégrale de l’acte de mariage' },
    source: 'CESEDA L.421-22, R.431-10 3° ; service-public.fr F16922',
    ...LOI,
  },
  {
    code: 'filiation',
    libelle: 'Justificatif de filiation avec le parent',
    ...MOTIF,
    condition: enfant,
    mode: { sorte: 'unique', document: 'Acte de naissance avec filiation.' },
    source: 'CESEDA L.421-22, R.431-10 3° ; service-public.fr F16922',
    ...LOI,
  },
  {
    code: 'entree_mineur',
    libelle: 'Entrée en France avant 18 ans',
    ...MOTIF,
    condition: enfant,
    mode: { sorte: 'libre', document: 'Par exemple le visa et le cachet d’entrée, ou un certificat de scolarité en France' },
    source: 'CESEDA L.421-22, alinéa 2',
    ...LOI,
  },
  {
    code: 'sejour_famille_europe',
    libelle: 'Séjour de la famille dans l’autre État membre',
    ...MOTIF,
    condition: carteBleueEurope,
    mode: { sorte: 'unique', document: 'Votre titre de séjour de membre de famille dans l’autre État membre' },
    source: 'CESEDA L.421-23, L.412-2 9°',
    ...LOI,
  },
];
