// Questions about a job (BLK-EMPLOI). The screens are not among our sources: inferred from the law and from the employer's forms.
import type { ChampSimple, Condition, Section } from '#domain/procedure/definition.ts';

type Quand = { visible?: Condition };

export const employeur = (quand: Quand): readonly ChampSimple[] => [
  { code: 'employeur_nom', type: 'texte', forme: 'ligne', max: 120, libelle: 'Employeur', requis: true, ...quand },
  {
    code: 'employeur_siret',
    type: 'texte',
    forme: 'siret',
    max: 14,
    libelle: 'Numéro SIRET de l’employeur (facultatif)',
    libelleCourt: 'SIRET de l’employeur',
    aide: '14 chiffres, écrits sur votre contrat ou vos bulletins de salaire.',
    ...quand,
  },
  { code: 'emploi', type: 'texte', forme: 'ligne', max: 120, libelle: 'Emploi occupé', requis: true, ...quand },
  {
    code: 'type_contrat',
    type: 'choix',
    presentation: 'liste',
    libelle: 'Type de contrat',
    requis: true,
    options: [
      { code: 'cdi', libelle: 'Contrat à durée indéterminée' },
      { code: 'cdd', libelle: 'Contrat à durée déterminée' },
      { code: 'saisonnier', libelle: 'Contrat saisonnier' },
      { code: 'autre', libelle: 'Autre contrat' },
    ],
    ...quand,
  },
  { code: 'emploi_debut', type: 'date', passee: false, libelle: 'Début du contrat', requis: true, ...quand },
  { code: 'emploi_fin', type: 'date', passee: false, libelle: 'Fin du contrat, s’il en a une', libelleCourt: 'Fin du contrat', ...quand },
];

/** A whole number of euros, gross: by year for a talent, by month for a season; the codes differ, so that one is never carried as the other. */
export const remuneration = (periode: 'an' | 'mois', quand: Quand): ChampSimple => ({
  code: periode === 'an' ? 'remuneration_annuelle' : 'remuneration',
  type: 'nombre',
  min: 0,
  max: 9_999_999,
  unite: periode === 'an' ? '€ par an' : '€ par mois',
  libelle: periode === 'an' ? 'Rémunération brute annuelle' : 'Rémunération brute mensuelle',
  requis: true,
  ...quand,
});

/** The card supposes the authorisation that the employer has obtained beforehand (L.414-12, L.421-34). */
export const AUTORISE = { champ: 'autorisation_travail_valide', parmi: ['oui'] } as const satisfies Condition;

export const emploiSaisonnier: Section = {
  code: 'emploi',
  titre: 'Votre emploi saisonnier',
  champs: [
    ...employeur({}),
    remuneration('mois', {}),
    {
      code: 'autorisation_travail_valide',
      type: 'oui_non',
      libelle: 'Votre employeur a-t-il obtenu une autorisation de travail, en cours de validité, pour cet emploi ?',
      libelleCourt: 'Autorisation de travail en cours de validité',
      aide: 'Sans elle, la carte ne peut pas être délivrée, et vous ne pouvez pas travailler pendant l’examen de votre demande.',
      requis: true,
    },
    {
      code: 'autorisation_travail_numero',
      type: 'texte',
      forme: 'ligne',
      max: 40,
      libelle: 'Numéro de l’autorisation de travail (facultatif)',
      libelleCourt: 'Numéro de l’autorisation de travail',
      visible: AUTORISE,
    },
  ],
  provenance: { source: 'CESEDA L.421-34, L.414-12', certitude: 'X', dateSource: '2026-04-03' },
};
