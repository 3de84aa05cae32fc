// After the first year: the card of several years and its conditions (L.433-4), or the card of ten years asked in its place (R.423-1,
// R.423-3, R.423-4: one request counts as the other).
import type { Condition, PieceDemandee, Section } from '#domain/procedure/definition.ts';

const INTEGRATION = 'Intégration républicaine';

export const DIX_ANS: Condition = { champ: 'demande_resident', parmi: ['oui'] };

/** `aide`: who may have it, in the words of the article. */
export const choixDixAns = (aide: string, source: string): Section => ({
  code: 'carte_demandee',
  titre: 'Carte demandée',
  provenance: { source, certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    {
      code: 'demande_resident',
      type: 'oui_non',
      libelle: 'Demandez-vous, à la place, une carte valable dix ans ?',
      libelleCourt: 'Demande une carte de dix ans',
      aide: `${aide} Si vous ne remplissez pas les conditions, votre demande vaut renouvellement de votre titre.`,
      requis: true,
    },
  ],
});

/** First card of several years (L.433-4) or first card of ten years (L.413-7): `premiere` says who holds a visa or a card of one year. */
export const piecesIntegration = (premiere: Condition): readonly PieceDemandee[] => [
  {
    code: 'niveau_francais',
    libelle: 'Justificatif de votre niveau de français',
    aide: 'Pour la carte pluriannuelle, le niveau A2. Pour la carte de dix ans, le niveau B1 ; la personne de plus de 65 ans en est dispensée.',
    groupe: INTEGRATION,
    requis: true,
    moment: 'depot',
    condition: {
      tous: [
        { nationalite: { hors: ['DZ'] } },
        {
          un: [
            { tous: [premiere, { champ: 'demande_resident', parmi: ['non'] }] },
            { tous: [DIX_ANS, { nationalite: { hors: ['TN'] } }, { age: { moinsDe: 65 } }] },
          ],
        },
      ],
    },
    mode: {
      sorte: 'au_moins_un',
      choix: [
        'Diplôme ou certification de langue française',
        'Diplôme obtenu en France après des études en français',
        'Justificatif de votre dispense : trois années d’école secondaire ou une année d’études supérieures en France, certificat médical',
      ],
    },
    source: 'CESEDA L.433-4 3°, L.413-5, L.413-7 et R.413-15 (ce dernier dit encore A2)',
    certitude: 'L',
    dateSource: '2026-04-03',
  },
  {
    code: 'examen_civique',
    libelle: 'Résultat de l’examen civique',
    groupe: INTEGRATION,
    requis: true,
    moment: 'depot',
    condition: {
      tous: [
        { nationalite: { hors: ['DZ'] } },
        {
          un: [{ tous: [premiere, { champ: 'demande_resident', parmi: ['non'] }] }, { tous: [DIX_ANS, { nationalite: { hors: ['TN'] } }] }],
        },
      ],
    },
    mode: { sorte: 'au_moins_un', choix: ['Attestation de réussite à l’examen civique', 'Justificatif de votre dispense'] },
    source: 'CESEDA L.413-3, L.413-7 et L.433-4 2°',
    certitude: 'L',
    dateSource: '2026-04-03',
  },
];

/** Asked of who renews a card of several years; `pluriannuelle`: the types that are one. */
export const residenceHabituelle = (pluriannuelle: Condition): PieceDemandee => ({
  code: 'residence_habituelle',
  libelle: 'Justificatifs de votre résidence habituelle en France',
  aide: 'Au moins six mois par année civile, sur les trois dernières années ou sur la durée de votre carte si elle est plus courte.',
  groupe: 'Informations personnelles',
  requis: true,
  moment: 'depot',
  condition: { tous: [{ nationalite: { hors: ['DZ'] } }, pluriannuelle] },
  mode: {
    sorte: 'au_moins_un',
    choix: [
      'Avis d’imposition',
      'Bulletins de salaire',
      'Quittances de loyer ou factures',
      'Certificats de scolarité de vos enfants',
      'Tout autre document daté',
    ],
  },
  source: 'CESEDA L.433-1, al. 2, et L.433-3-1',
  certitude: 'L',
  dateSource: '2026-04-03',
});
