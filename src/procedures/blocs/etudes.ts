// Questions about studies (L.422-1, L.422-2, L.422-5, L.422-6). The screens are not among our sources: inferred from the law and from
// the « données enregistrées » of annexe 3.
import type { ChampSimple, Condition, Provenance, Section } from '#domain/procedure/definition.ts';
import { dateEntree } from './famille.ts';
import { NON_ALGERIEN } from './regles.ts';

const LOI: Provenance = { source: 'CESEDA L.422-1 à L.422-6, annexe 3', certitude: 'X', dateSource: '2026-04-03' };

/** L.422-2: no means of subsistence to prove. */
export const CONCOURS = { champ: 'fondement_etudes', parmi: ['concours'] } as const satisfies Condition;
/** L.422-1, second paragraph: no long-stay visa, but a regular entry. */
export const DISPENSE_DE_VISA = { champ: 'fondement_etudes', parmi: ['scolarite', 'necessite'] } as const satisfies Condition;
export const PROVISOIRE = { champ: 'inscription', parmi: ['provisoire'] } as const satisfies Condition;
export const MOBILITE = { champ: 'programme_mobilite', parmi: ['oui'] } as const satisfies Condition;

const formation: readonly ChampSimple[] = [
  { code: 'etudes_etablissement', type: 'texte', forme: 'ligne', max: 120, libelle: 'Établissement', requis: true },
  { code: 'etudes_formation', type: 'texte', forme: 'ligne', max: 120, libelle: 'Formation suivie', requis: true },
  {
    code: 'etudes_niveau',
    type: 'choix',
    presentation: 'liste',
    libelle: 'Niveau de la formation',
    requis: true,
    options: [
      { code: 'secondaire', libelle: 'Enseignement secondaire' },
      { code: 'licence', libelle: 'Trois premières années d’études supérieures (BTS, BUT, licence…)' },
      { code: 'master', libelle: 'Master, diplôme d’ingénieur ou de grande école' },
      { code: 'doctorat', libelle: 'Doctorat' },
      { code: 'autre', libelle: 'Autre formation' },
    ],
  },
  { code: 'etudes_debut', type: 'date', passee: false, libelle: 'Début de l’année d’études', requis: true },
  { code: 'etudes_fin', type: 'date', passee: false, libelle: 'Fin prévue de la formation', requis: true },
  {
    code: 'inscription',
    type: 'choix',
    presentation: 'boutons',
    libelle: 'Votre inscription est-elle définitive ?',
    libelleCourt: 'Inscription',
    aide: 'Une préinscription suffit pour déposer la demande. Vous remettrez le certificat d’inscription définitive avec le titre.',
    requis: true,
    options: [
      { code: 'definitive', libelle: 'Oui, j’ai mon certificat d’inscription' },
      { code: 'provisoire', libelle: 'Non, je suis préinscrit(e)' },
    ],
  },
];

export const etudes: Section = { code: 'etudes', titre: 'Vos études', champs: formation, provenance: LOI };

/** At a renewal: European mobility programmes have their own card (L.422-5, L.422-6). */
export const etudesEtMobilite: Section = {
  ...etudes,
  champs: [
    ...formation,
    {
      code: 'programme_mobilite',
      type: 'oui_non',
      libelle: 'Vos études relèvent-elles d’un programme de mobilité dans l’Union européenne ?',
      libelleCourt: 'Programme de mobilité',
      aide: 'Programme de l’Union européenne, programme multilatéral ou convention entre des établissements d’au moins deux États membres.',
      requis: true,
    },
  ],
};

/** Why no VLS-TS: asked of everybody but the Algerians, whose agreement asks for a long-stay visa without exception. */
export const fondementEtudes: Section = {
  code: 'fondement_etudes',
  titre: 'Votre entrée en France',
  champs: [
    dateEntree,
    {
      code: 'fondement_etudes',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Pourquoi demandez-vous cette carte sans visa valant titre de séjour ?',
      libelleCourt: 'Fondement de la demande',
      requis: true,
      visible: NON_ALGERIEN,
      options: [
        { code: 'concours', libelle: 'J’ai réussi le concours d’entrée d’un établissement qui a signé une convention avec l’État' },
        {
          code: 'scolarite',
          libelle: 'Je suis scolarisé(e) en France sans interruption depuis mes 16 ans et j’y fais des études supérieures',
        },
        { code: 'necessite', libelle: 'Le déroulement de mes études l’exige et je suis entré(e) régulièrement en France' },
        { code: 'visa', libelle: 'J’ai un visa de long séjour pour études qui ne vaut pas titre de séjour' },
      ],
    },
  ],
  provenance: LOI,
};
