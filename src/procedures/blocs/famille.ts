// Personal and family links, children, sworn statements (S-113 to S-123), and the French relative (S-106 to S-112).
import type { ChampSimple, Provenance, Section } from '#domain/procedure/definition.ts';

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

export const liensFamiliaux: Section = {
  code: 'liens',
  titre: 'Liens personnels et familiaux',
  sousTitre: 'Ma situation familiale',
  champs: [
    { code: 'date_entree_france', type: 'date', passee: true, libelle: 'Date d’entrée en France', requis: true },
    {
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
    },
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
  ],
  provenance: GUIDE,
};

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
    {
      code: 'sanctions_connues',
      type: 'attestation',
      libelle: 'Avoir connaissance des sanctions pénales encourues par l’auteur d’une fausse attestation.',
      libelleCourt: 'Atteste connaître les sanctions d’une fausse attestation',
      requis: true,
    },
  ],
  provenance: GUIDE,
};

/** Identity of a French relative; `prefixe` keeps the codes of two relatives apart. */
export const identiteFrancaise = (prefixe: string): readonly ChampSimple[] => [
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
