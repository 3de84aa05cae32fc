// The grounds of the cards « talent » (L.421-9 to L.421-21): the question, the card each gives, and its period of silence.
import type { ChampSimple, Condition, Provenance, Section, Silence, TitreDelivre } from '#domain/procedure/definition.ts';
import { employeur, remuneration } from './emploi.ts';
import { ALGERIEN, QUATRE_MOIS } from './regles.ts';

/** The twelve grounds of the law; the list of 2021 had eleven, before the medical professions (L.421-13-1). */
const MOTIFS = [
  { code: 'salarie_qualifie', libelle: 'Salarié avec un diplôme français au moins équivalent au master' },
  { code: 'entreprise_innovante', libelle: 'Recruté dans une entreprise innovante' },
  { code: 'mission', libelle: 'Salarié en mission dans le groupe qui m’emploie' },
  { code: 'carte_bleue', libelle: 'Emploi hautement qualifié (carte bleue européenne)' },
  { code: 'medical', libelle: 'Profession médicale ou de la pharmacie' },
  { code: 'chercheur', libelle: 'Chercheur, avec une convention d’accueil' },
  { code: 'creation', libelle: 'Création d’une entreprise' },
  { code: 'projet_innovant', libelle: 'Projet économique innovant reconnu par un organisme public' },
  { code: 'investisseur', libelle: 'Investissement économique direct' },
  { code: 'mandataire', libelle: 'Représentant légal d’une société établie en France' },
  { code: 'artiste', libelle: 'Artiste-interprète ou auteur' },
  { code: 'renommee', libelle: 'Renommée nationale ou internationale' },
] as const;

export type MotifTalent = (typeof MOTIFS)[number]['code'];
export const motifs = (...parmi: readonly MotifTalent[]): Condition => ({ champ: 'talent_motif', parmi });

const SALARIE = motifs('salarie_qualifie', 'entreprise_innovante', 'mission', 'carte_bleue', 'medical');
const CHERCHEUR = motifs('chercheur');
const CARTE_BLEUE = motifs('carte_bleue');
const MOBILITE: Condition = { champ: 'convention_mobilite', parmi: ['oui'] };
export const CARTE_BLEUE_EUROPE: Condition = { champ: 'carte_bleue_autre_etat', parmi: ['oui'] };
export const DIPLOME_CONNU: Condition = { champ: 'talent_diplome_connu', parmi: ['oui'] };
/** L.421-9 1° and 2°, L.421-11, L.421-14: renewed for as long as the rights to the allowance. */
export const PRIVE_EMPLOI: Condition = { champ: 'prive_emploi', parmi: ['oui'] };
export const PROFESSION_REGLEMENTEE: Condition = { champ: 'profession_reglementee', parmi: ['oui'] };

const LOI: Provenance = { source: 'CESEDA L.421-9 à L.421-21', certitude: 'X', dateSource: '2026-04-03' };

const motif: ChampSimple = {
  code: 'talent_motif',
  type: 'choix',
  presentation: 'liste',
  libelle: 'À quel titre demandez-vous une carte « talent » ?',
  libelleCourt: 'Motif de la carte « talent »',
  requis: true,
  options: MOTIFS,
  // no such card in the agreement of 1968
  arret: {
    si: ALGERIEN,
    message:
      'L’accord franco-algérien du 27 décembre 1968 ne prévoit pas de carte « talent ». Un certificat de résidence portant une autre mention peut vous être délivré.',
    vers: { orientation: 'salarie' },
  },
};

/** First request only: what spares the diploma or shortens the silence. */
export const questionsPremiere: readonly ChampSimple[] = [
  {
    code: 'carte_bleue_autre_etat',
    type: 'oui_non',
    libelle: 'Avez-vous une carte bleue européenne en cours de validité délivrée par un autre État membre ?',
    libelleCourt: 'Carte bleue d’un autre État membre',
    aide: 'Après un an de séjour dans cet État (six mois à partir de la deuxième mobilité), la demande se fait dans le mois de l’entrée en France, sans visa de long séjour (CESEDA, art. L. 421-11).',
    requis: true,
    visible: CARTE_BLEUE,
  },
  {
    code: 'talent_diplome_connu',
    type: 'oui_non',
    libelle: 'Avez-vous déjà une carte « talent-salarié qualifié » obtenue grâce à votre diplôme ?',
    libelleCourt: 'Diplôme déjà vérifié',
    aide: 'Votre diplôme a alors déjà été vérifié (CESEDA, art. R. 421-21 A).',
    requis: true,
    visible: CARTE_BLEUE,
  },
];

/** Renewal only. */
export const questionsRenouvellement: readonly ChampSimple[] = [
  {
    code: 'prive_emploi',
    type: 'oui_non',
    libelle: 'Avez-vous perdu votre emploi sans l’avoir voulu ?',
    libelleCourt: 'Privé(e) d’emploi',
    aide: 'La carte est alors renouvelée pour la durée de vos droits à l’allocation d’assurance chômage.',
    requis: true,
    visible: motifs('salarie_qualifie', 'entreprise_innovante', 'carte_bleue', 'chercheur'),
  },
];

export const talent = (questions: readonly ChampSimple[]): readonly Section[] => [
  {
    code: 'talent',
    titre: 'Votre motif',
    champs: [
      motif,
      {
        code: 'organisme_accueil',
        type: 'texte',
        forme: 'ligne',
        max: 120,
        libelle: 'Organisme qui a signé votre convention d’accueil',
        libelleCourt: 'Organisme d’accueil',
        requis: true,
        visible: CHERCHEUR,
      },
      {
        code: 'convention_mobilite',
        type: 'oui_non',
        libelle: 'Cette convention relève-t-elle d’un programme de mobilité dans l’Union européenne ?',
        libelleCourt: 'Programme de mobilité',
        requis: true,
        visible: CHERCHEUR,
      },
      ...questions,
      {
        code: 'profession_reglementee',
        type: 'oui_non',
        libelle: 'Votre profession est-elle réglementée en France ?',
        libelleCourt: 'Profession réglementée',
        aide: 'Par exemple médecin, avocat, architecte.',
        requis: true,
      },
    ],
    provenance: LOI,
  },
  {
    code: 'emploi',
    titre: 'Votre emploi',
    champs: [...employeur({ visible: SALARIE }), remuneration('an', { visible: SALARIE })],
    provenance: LOI,
  },
];

const carte = (mention: string): string => `Carte de séjour pluriannuelle « ${mention} »`;
const DU_CONTRAT = 'Durée du contrat de travail, 4 ans au plus';
const DE_LA_CONVENTION = 'Durée de la convention d’accueil, 4 ans au plus';

/** The card of each ground; the others give the plain « talent » for the length of their project (R.421-13). */
export const TITRE_TALENT: TitreDelivre = {
  libelle: carte('talent'),
  duree: 'Durée du projet, 4 ans au plus',
  selon: [
    { si: motifs('salarie_qualifie', 'entreprise_innovante', 'mission'), libelle: carte('talent-salarié qualifié'), duree: DU_CONTRAT },
    {
      si: CARTE_BLEUE,
      libelle: carte('talent-carte bleue européenne'),
      duree: 'Durée du contrat de travail, 4 ans au plus ; si elle est inférieure à 2 ans, trois mois de plus, 2 ans au plus',
    },
    { si: motifs('medical'), libelle: carte('talent-profession médicale et de la pharmacie'), duree: DU_CONTRAT },
    { si: { tous: [CHERCHEUR, MOBILITE] }, libelle: carte('talent-chercheur-programme de mobilité'), duree: DE_LA_CONVENTION },
    { si: CHERCHEUR, libelle: carte('talent-chercheur'), duree: DE_LA_CONVENTION },
    { si: motifs('creation', 'projet_innovant', 'investisseur'), libelle: carte('talent-porteur de projet') },
  ],
};

const SANS_EMPLOI = 'Durée des droits à l’allocation d’assurance chômage';

/** At a renewal, the same cards, shorter for who lost their job. */
export const TITRE_TALENT_RENOUVELE: TitreDelivre = {
  ...TITRE_TALENT,
  selon: [
    ...(TITRE_TALENT.selon ?? []).map(({ si, libelle }) => ({ si: { tous: [PRIVE_EMPLOI, si] }, libelle, duree: SANS_EMPLOI })),
    ...(TITRE_TALENT.selon ?? []),
  ],
};

/** R.432-2, third and fourth paragraphs, and the articles that they name. */
export const SILENCE_TALENT_RENOUVELLEMENT: readonly Silence[] = [
  { delai: { jours: 90 }, article: 'R.421-23, R.432-2', si: CARTE_BLEUE },
  { delai: { jours: 60 }, article: 'R.421-26, R.432-2', si: CHERCHEUR },
  QUATRE_MOIS,
];
export const SILENCE_TALENT: readonly Silence[] = [
  { delai: { jours: 30 }, article: 'R.421-23, alinéa 2, R.432-2', si: CARTE_BLEUE_EUROPE },
  ...SILENCE_TALENT_RENOUVELLEMENT,
];
