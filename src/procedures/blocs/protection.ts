// Questions about the international protection (BLK-PROTECTION) and what follows for the protected and their family. The screens are not
// among our sources: inferred from the law and from the decisions of the OFPRA.
import type { Arret, Condition, DocumentProvisoire, Procedure, Provenance, Section } from '#domain/procedure/definition.ts';

const LOI: Provenance = { source: 'CESEDA L.424-1 à L.424-11', certitude: 'X', dateSource: '2026-04-03' };

/** R.431-15-3 and R.431-15-4 send to the portal; no arrêté of annexe 9 that we hold says the day. */
export const OUVERTURE_PROTECTION: Procedure['ouverture'] = {
  depuis: '2021-05-01',
  source: 'CESEDA R.431-15-3 et R.431-15-4 (demande par le téléservice) ; date rapportée par des pages publiques',
  certitude: 'O',
  dateSource: '2026-04-03',
};

/** Due at the deposit itself: what the person may show at once. */
export const apiImmediate = (mention: string, article: string): DocumentProvisoire => ({
  sorte: 'api_immediate',
  mois: 6,
  mention,
  article,
});

/** An asylum seeker has a number before any titre. */
export const numeroConnu: Section = {
  code: 'numero_connu',
  titre: 'Votre numéro étranger',
  introduction: 'C’est le numéro de votre demande d’asile. Il ne change pas.',
  champs: [{ code: 'numero_etranger', type: 'connu', fait: 'numero_etranger', libelle: 'Numéro étranger' }],
  provenance: { source: 'Guide usager, création de compte avec numéro étranger', certitude: 'S', dateSource: '2022' },
};

/** `protection` has the same meaning in the request of the travel document. */
const natures = [
  { code: 'refugie', libelle: 'La qualité de réfugié' },
  { code: 'subsidiaire', libelle: 'La protection subsidiaire' },
] as const;

export const protection = (arret: Arret): Section => ({
  code: 'protection',
  titre: 'Votre protection',
  champs: [
    {
      code: 'protection',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Que vous a accordé la décision ?',
      libelleCourt: 'Protection accordée',
      requis: true,
      options: natures,
      arret,
    },
    {
      code: 'protection_organisme',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Qui a pris cette décision ?',
      libelleCourt: 'Décision prise par',
      requis: true,
      options: [
        { code: 'ofpra', libelle: 'L’Ofpra' },
        { code: 'cnda', libelle: 'La Cour nationale du droit d’asile (CNDA)' },
      ],
    },
    { code: 'protection_date', type: 'date', passee: true, libelle: 'Date de la décision', requis: true },
    {
      code: 'protection_numero_dossier',
      type: 'texte',
      forme: 'ligne',
      max: 30,
      libelle: 'Numéro de votre dossier à l’Ofpra (facultatif)',
      libelleCourt: 'Numéro de dossier Ofpra',
    },
  ],
  provenance: LOI,
});

export const DE_REFUGIE: Condition = { champ: 'protege_protection', parmi: ['refugie'] };
export const PAR_REUNIFICATION: Condition = { champ: 'reunification', parmi: ['oui'] };
/** Married or in a civil union since, and here: one year and life together (L.424-3 2°, L.424-11 2°). */
export const CONJOINT_SANS_REUNIFICATION: Condition = {
  tous: [
    { champ: 'protege_lien', parmi: ['conjoint'] },
    { champ: 'reunification', parmi: ['non'] },
  ],
};

export const familleDeProtege: Section = {
  code: 'protege',
  titre: 'La personne protégée',
  champs: [
    {
      code: 'protege_lien',
      type: 'choix',
      presentation: 'liste',
      libelle: 'Qui êtes-vous pour la personne protégée ?',
      libelleCourt: 'Lien avec la personne protégée',
      requis: true,
      options: [
        { code: 'conjoint', libelle: 'Son époux ou épouse, partenaire ou concubin(e)' },
        { code: 'enfant', libelle: 'Son enfant' },
        { code: 'parent', libelle: 'Son père ou sa mère : la personne protégée est mineure et n’est pas mariée' },
      ],
    },
    {
      code: 'reunification',
      type: 'oui_non',
      libelle: 'Êtes-vous entré(e) en France avec un visa de réunification familiale ?',
      libelleCourt: 'Réunification familiale',
      requis: true,
      visible: { champ: 'protege_lien', parmi: ['conjoint', 'enfant'] },
    },
    { code: 'protege_nom', type: 'texte', forme: 'nom', max: 80, libelle: 'Nom de la personne protégée', requis: true },
    {
      code: 'protege_prenoms',
      type: 'textes',
      max: 60,
      libelle: 'Prénom(s) de la personne protégée',
      ajout: 'Ajouter un prénom',
      requis: true,
    },
    {
      code: 'protege_numero',
      type: 'texte',
      forme: 'chiffres',
      max: 10,
      libelle: 'Numéro étranger de la personne protégée (facultatif)',
      libelleCourt: 'Numéro étranger de la personne protégée',
    },
    {
      code: 'protege_protection',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Quelle protection a-t-elle ?',
      libelleCourt: 'Protection de la personne protégée',
      requis: true,
      options: natures,
    },
  ],
  provenance: LOI,
};
