// Personal and family links, children, sworn statements (S-113 to S-123), and the relative on whom the request rests (S-106 to S-112).
import type { Champ, ChampSimple, Provenance, Section } from '#domain/procedure/definition.ts';

const GUIDE: Provenance = { source: 'Guide usager « Famille de Français (Lot 1) »', certitude: 'S', dateSource: '2022-09' };

export const sexeDe = (code: string, libelle: string): ChampSimple => ({
  code,
  type: 'choix',
  presentation: 'boutons',
  libelle,
  libelleCourt: 'Sexe',
  requis: true,
  options: [
    { code: 'masculin', libelle: 'Masculin' },
    { code: 'feminin', libelle: 'Féminin' },
  ],
});

export const dateEntree: ChampSimple = {
  code: 'date_entree_france',
  type: 'date',
  passee: true,
  libelle: 'Date d’entrée en France',
  requis: true,
};

/** Married, with a partner, alone: the code is the same in every procedure. */
export const etatMatrimonial: Champ<'choix'> = {
  code: 'situation_familiale',
  type: 'choix',
  presentation: 'liste',
  libelle: 'Quelle est votre situation familiale actuelle ?',
  libelleCourt: 'Situation familiale',
  requis: true,
  options: [
    { code: 'celibataire', libelle: 'Célibataire' },
    { code: 'marie', libelle: 'Marié(e)' },
    { code: 'pacse', libelle: 'Pacsé(e)' },
    { code: 'concubin', libelle: 'En concubinage' },
    { code: 'separe', libelle: 'Séparé(e)' },
    { code: 'divorce', libelle: 'Divorcé(e)' },
    { code: 'veuf', libelle: 'Veuf ou veuve' },
  ],
};

const situationFamiliale: readonly ChampSimple[] = [
  etatMatrimonial,
  {
    code: 'date_union',
    type: 'date',
    passee: true,
    libelle: 'Date de début de l’union',
    requis: true,
    visible: { champ: 'situation_familiale', parmi: ['marie', 'pacse'] },
  },
  {
    code: 'pays_union',
    type: 'pays',
    libelle: 'Pays de l’union',
    requis: true,
    visible: { champ: 'situation_familiale', parmi: ['marie', 'pacse'] },
  },
];

export const liensFamiliaux: Section = {
  code: 'liens',
  titre: 'Liens personnels et familiaux',
  sousTitre: 'Ma situation familiale',
  champs: [dateEntree, ...situationFamiliale],
  provenance: GUIDE,
};

/** Of who was born in France, or whose entry is known already. */
export const liensSansEntree: Section = { ...liensFamiliaux, champs: situationFamiliale };

export const enfants: Section = {
  code: 'enfants',
  titre: 'Enfants',
  champs: [
    {
      code: 'enfants_a_charge',
      type: 'oui_non',
      libelle: 'Avez-vous des enfants à votre charge ?',
      libelleCourt: 'Enfants à charge',
      requis: true,
    },
    {
      code: 'enfants',
      type: 'repetition',
      libelle: 'Vos enfants',
      element: 'Enfant',
      ajout: 'Ajouter un enfant',
      max: 15,
      requis: true,
      visible: { champ: 'enfants_a_charge', parmi: ['oui'] },
      champs: [
        { code: 'nom_naissance', type: 'texte', forme: 'nom', max: 80, libelle: 'Nom de naissance', requis: true },
        { code: 'prenoms', type: 'textes', max: 60, libelle: 'Prénom(s)', ajout: 'Ajouter un prénom', requis: true },
        sexeDe('sexe', 'Quel est le sexe de votre enfant ?'),
        { code: 'date_naissance', type: 'date', passee: true, libelle: 'Date de naissance', requis: true },
        { code: 'nationalites', type: 'nationalites', libelle: 'Nationalité(s)', ajout: 'Ajouter une nationalité', requis: true },
        {
          code: 'residence',
          type: 'choix',
          presentation: 'boutons',
          libelle: 'Où réside votre enfant ?',
          libelleCourt: 'Résidence',
          requis: true,
          options: [
            { code: 'france', libelle: 'En France' },
            { code: 'etranger', libelle: 'À l’étranger' },
          ],
        },
      ],
    },
  ],
  provenance: GUIDE,
};

const sanctionsConnues: ChampSimple = {
  code: 'sanctions_connues',
  type: 'attestation',
  libelle: 'Avoir connaissance des sanctions pénales encourues par l’auteur d’une fausse attestation.',
  libelleCourt: 'Atteste connaître les sanctions d’une fausse attestation',
  requis: true,
};

export const attestations: Section = {
  code: 'attestations',
  titre: 'Attestation sur l’honneur',
  introduction: 'En cochant les cases suivantes, j’atteste sur l’honneur :',
  champs: [
    {
      code: 'non_polygamie',
      type: 'attestation',
      libelle: 'Ne pas vivre en France en état de polygamie, même si mon pays d’origine l’autorise.',
      libelleCourt: 'Atteste ne pas vivre en France en état de polygamie',
      requis: true,
    },
    sanctionsConnues,
  ],
  provenance: GUIDE,
};

/** Citizens of the Union and their family: book II knows no bar of polygamy. */
export const attestationsUnion: Section = { ...attestations, champs: [sanctionsConnues] };

/** Identity of a relative; `prefixe` keeps the codes of two relatives apart. */
export const identiteProche = (prefixe: string): readonly ChampSimple[] => [
  { code: `${prefixe}_nom_naissance`, type: 'texte', forme: 'nom', max: 80, libelle: 'Nom de naissance', requis: true },
  {
    code: `${prefixe}_nom_usage`,
    type: 'texte',
    forme: 'nom',
    max: 80,
    libelle: 'Nom d’usage',
    aide: 'Le nom porté au quotidien s’il est différent du nom de naissance, par exemple le nom d’un époux.',
  },
  { code: `${prefixe}_prenoms`, type: 'textes', max: 60, libelle: 'Prénom(s)', ajout: 'Ajouter un prénom', requis: true },
  sexeDe(`${prefixe}_sexe`, 'Sexe'),
  { code: `${prefixe}_date_naissance`, type: 'date', passee: true, libelle: 'Date de naissance', requis: true },
];
