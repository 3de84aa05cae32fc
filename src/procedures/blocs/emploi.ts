// Questions about the job (BLK-EMPLOI) and the grounds of the talents. The screens are not among our sources: inferred from the law.
import type { ChampSimple, Condition, Provenance, Section } from '#domain/procedure/definition.ts';

const motifs = (...codes: readonly string[]) => ({ champ: 'talent_motif', parmi: codes }) as const satisfies Condition;

/** Who works for an employer under the ground of the request. */
export const TALENT_SALARIE = motifs('salarie_qualifie', 'entreprise_innovante', 'mission', 'carte_bleue', 'medical');
export const CHERCHEUR = motifs('chercheur');
export const CARTE_BLEUE = motifs('carte_bleue');
export const CARTE_BLEUE_EUROPE = { champ: 'carte_bleue_autre_etat', parmi: ['oui'] } as const satisfies Condition;
export const talentMotif = motifs;

const employeur = (visible: { visible?: Condition }): readonly ChampSimple[] => [
  { code: 'employeur', type: 'texte', forme: 'ligne', max: 120, libelle: 'Employeur', requis: true, ...visible },
  {
    code: 'employeur_siret',
    type: 'texte',
    forme: 'siret',
    max: 14,
    libelle: 'Numéro SIRET de l’employeur (facultatif)',
    libelleCourt: 'SIRET de l’employeur',
    aide: '14 chiffres, écrits sur votre contrat ou vos bulletins de salaire.',
    ...visible,
  },
  { code: 'emploi_poste', type: 'texte', forme: 'ligne', max: 120, libelle: 'Emploi occupé', requis: true, ...visible },
  {
    code: 'emploi_contrat',
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
    ...visible,
  },
  { code: 'emploi_debut', type: 'date', passee: false, libelle: 'Début du contrat', requis: true, ...visible },
  { code: 'emploi_fin', type: 'date', passee: false, libelle: 'Fin du contrat, s’il en a une', libelleCourt: 'Fin du contrat', ...visible },
];

const remuneration = (unite: string, visible: { visible?: Condition }): ChampSimple => ({
  code: 'emploi_remuneration',
  type: 'nombre',
  min: 0,
  max: 9_999_999,
  unite,
  libelle: 'Rémunération brute',
  requis: true,
  ...visible,
});

const TALENT: Provenance = { source: 'CESEDA L.421-9 à L.421-21', certitude: 'X', dateSource: '2026-04-03' };

/** The twelve grounds of the law; the ministry list of 2021 had eleven, before the medical professions (L.421-13-1). */
const MOTIFS: readonly { code: string; libelle: string }[] = [
  { code: 'salarie_qualifie', libelle: 'Salarié, avec un diplôme français au moins équivalent au master (L. 421-9, 1°)' },
  { code: 'entreprise_innovante', libelle: 'Recruté dans une entreprise innovante (L. 421-9, 2°)' },
  { code: 'mission', libelle: 'Salarié en mission dans le groupe qui m’emploie (L. 421-9, 3°)' },
  { code: 'carte_bleue', libelle: 'Emploi hautement qualifié, carte bleue européenne (L. 421-11)' },
  { code: 'medical', libelle: 'Profession médicale ou de la pharmacie (L. 421-13-1)' },
  { code: 'chercheur', libelle: 'Chercheur, avec une convention d’accueil (L. 421-14)' },
  { code: 'creation', libelle: 'Création d’une entreprise (L. 421-16, 1°)' },
  { code: 'projet_innovant', libelle: 'Projet économique innovant reconnu par un organisme public (L. 421-16, 2°)' },
  { code: 'investisseur', libelle: 'Investissement économique direct (L. 421-16, 3°)' },
  { code: 'mandataire', libelle: 'Représentant légal d’une société établie en France (L. 421-19)' },
  { code: 'artiste', libelle: 'Artiste-interprète ou auteur (L. 421-20)' },
  { code: 'renommee', libelle: 'Renommée nationale ou internationale (L. 421-21)' },
];

/** `complements`: what only the first request or only the renewal asks. */
export const talent = (complements: readonly ChampSimple[] = []): readonly Section[] => [
  {
    code: 'talent',
    titre: 'Votre motif',
    champs: [
      {
        code: 'talent_motif',
        type: 'choix',
        presentation: 'liste',
        libelle: 'À quel titre demandez-vous une carte « talent » ?',
        libelleCourt: 'Motif de la carte « talent »',
        requis: true,
        options: MOTIFS,
        // no such card in the agreement of 1968
        arret: {
          si: { nationalite: { parmi: ['DZ'] } },
          message:
            'L’accord franco-algérien du 27 décembre 1968 ne prévoit pas de carte « talent » : un certificat de résidence portant une autre mention peut vous être délivré.',
          vers: { orientation: 'salarie' },
        },
      },
      {
        code: 'programme_mobilite',
        type: 'oui_non',
        libelle: 'Votre convention d’accueil relève-t-elle d’un programme de mobilité dans l’Union européenne ?',
        libelleCourt: 'Programme de mobilité',
        requis: true,
        visible: CHERCHEUR,
      },
      {
        code: 'carte_bleue_autre_etat',
        type: 'oui_non',
        libelle: 'Avez-vous une carte bleue européenne en cours de validité délivrée par un autre État membre ?',
        libelleCourt: 'Carte bleue d’un autre État membre',
        aide: 'Après un an de séjour dans cet État (six mois à partir du deuxième), la demande se fait dans le mois de l’entrée en France, sans visa de long séjour.',
        requis: true,
        visible: CARTE_BLEUE,
      },
      ...complements,
      {
        code: 'profession_reglementee',
        type: 'oui_non',
        libelle: 'Votre profession est-elle réglementée en France ?',
        libelleCourt: 'Profession réglementée',
        aide: 'Par exemple médecin, avocat, architecte.',
        requis: true,
      },
    ],
    provenance: TALENT,
  },
  {
    code: 'emploi',
    titre: 'Votre emploi',
    champs: [...employeur({ visible: TALENT_SALARIE }), remuneration('€ par an', { visible: TALENT_SALARIE })],
    provenance: TALENT,
  },
];

/** The card supposes the authorisation that the employer has obtained beforehand (L.414-12, L.421-34). */
export const AUTORISE = { champ: 'autorisation_travail_valide', parmi: ['oui'] } as const satisfies Condition;

export const emploiSaisonnier: Section = {
  code: 'emploi',
  titre: 'Votre emploi saisonnier',
  champs: [
    ...employeur({}),
    remuneration('€ par mois', {}),
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
