// Requests that are not filed on this portal, and where they go. Nord: leaflet of the préfecture (after October 2023, since it says
// « NOUVEAU » of vulnérabilité, and before July 2024, since the ten-year card still goes by post). Rhône: sheet on the place of filing
// (after June 2025, since it says « talent »). What neither says is told as the general rule, never invented for a préfecture.
import type { LigneOrientation, PageActualites } from '#domain/orientation/orienter.ts';

const DEPLIANT_NORD = {
  prefecture: '59',
  source: 'Dépliant de la préfecture du Nord « Service de demande en ligne ANEF »',
  certitude: 'S',
  dateSource: '2023-10',
} as const;
const FICHE_RHONE = {
  prefecture: '69',
  source: 'Fiche « Lieu de dépôt d’une demande de titre de séjour » (Rhône)',
  certitude: 'S',
  dateSource: '2025-06',
} as const;
const PARTOUT = {
  prefecture: null,
  source: 'Fiche « Lieu de dépôt d’une demande de titre de séjour » : chaque préfecture décide de ses modalités',
  certitude: 'S',
  dateSource: '2025-06',
} as const;

const FORMULAIRES_NORD = {
  href: 'https://www.nord.gouv.fr/',
  chemin: [
    'Démarches',
    'Étrangers dans le Nord',
    'Autres titres et documents de séjour des étrangers',
    'Modalités de dépôt des dossiers & retrait des titres de séjour et de voyage – arrondissement de Lille',
  ],
} as const;

const POSTE_NORD = {
  ...DEPLIANT_NORD,
  canal: 'poste',
  texte: 'Dans le Nord, votre demande s’envoie par courrier à la préfecture.',
  etapes: [
    'Téléchargez le dossier qui correspond à votre situation.',
    'Remplissez-le et ajoutez une copie de chaque pièce demandée.',
    'Envoyez le tout par lettre recommandée. Gardez la preuve de l’envoi.',
  ],
  adresse: ['Préfecture du Nord – DII', 'Bureau de l’admission au séjour', '12, rue Jean Sans Peur', 'CS 20003', '59039 LILLE CEDEX'],
  formulaire: FORMULAIRES_NORD,
} as const;

const DEMARCHE_RHONE = {
  ...FICHE_RHONE,
  canal: 'demarche_numerique',
  demande: 'toutes',
  etapes: [
    'Créez un compte sur démarche numérique.',
    'Remplissez le formulaire de la préfecture et joignez toutes les pièces : la préfecture commence son examen avec ce que vous envoyez.',
    'La préfecture vous contacte pour la suite.',
    'Elle vous convoque à un rendez-vous pour terminer la démarche.',
  ],
  avertissement:
    'Vous devez habiter dans le Rhône (69). La préfecture refuse par ce formulaire les demandes qui se font en ligne sur le portail des étrangers.',
  lien: { libelle: 'Démarche numérique', href: 'https://demarche.numerique.gouv.fr/' },
  formulaire: {
    href: 'https://www.rhone.gouv.fr/',
    chemin: ['Immigration et intégration', 'Prendre un rendez-vous ou accéder à une téléprocédure'],
  },
} as const;

export const LIGNES_ORIENTATION: readonly LigneOrientation[] = [
  {
    ...DEPLIANT_NORD,
    code: 'nord_premiere_vpf',
    motifs: ['entre_mineur', 'liens_personnels', 'admission_exceptionnelle', 'parent_enfant_malade'],
    demande: 'premiere',
    canal: 'courriel',
    texte: 'Dans le Nord, une première demande « vie privée et familiale » qui n’est pas encore en ligne s’envoie par courriel.',
    etapes: [
      'Téléchargez le formulaire de la préfecture.',
      'Remplissez-le et numérisez chaque pièce demandée.',
      'Envoyez le tout par courriel, en une seule fois.',
    ],
    avertissement: 'Une demande incomplète n’est pas traitée.',
    courriel: 'pref-rdv-etrangers@nord.gouv.fr',
    formulaire: FORMULAIRES_NORD,
  },
  {
    ...POSTE_NORD,
    code: 'nord_poste',
    motifs: ['salarie', 'travailleur_temporaire', 'entrepreneur', 'retraite'],
    demande: 'toutes',
  },
  {
    ...POSTE_NORD,
    code: 'nord_changement_de_statut',
    motifs: ['changement_de_statut'],
    demande: 'toutes',
    avertissement: 'Si le titre que vous voulez est dans le catalogue de ce portail, demandez-le en ligne : pas par courrier.',
  },
  {
    ...POSTE_NORD,
    code: 'nord_renouvellement_vpf',
    motifs: ['entre_mineur', 'liens_personnels', 'admission_exceptionnelle', 'parent_enfant_malade'],
    demande: 'renouvellement',
  },
  // what went by post before its ground opened online (S-301 to S-303): true only on its days
  {
    ...POSTE_NORD,
    code: 'nord_carte_de_dix_ans',
    motifs: ['resident'],
    demande: 'renouvellement',
    au: '2024-07-03',
  },
  { ...POSTE_NORD, code: 'nord_renouvellement_famille', motifs: ['famille_de_francais'], demande: 'renouvellement', au: '2023-04-04' },
  // no text gives the day on which care opened online (S-301)
  { ...POSTE_NORD, code: 'nord_renouvellement_sante', motifs: ['sante'], demande: 'renouvellement' },
  { ...POSTE_NORD, code: 'nord_renouvellement_protection', motifs: ['protection'], demande: 'renouvellement', au: '2021-04-30' },
  {
    ...DEPLIANT_NORD,
    code: 'nord_recepisse',
    motifs: ['recepisse'],
    demande: 'toutes',
    canal: 'demarche_numerique',
    texte:
      'Dans le Nord, le renouvellement d’un récépissé, d’une autorisation provisoire de séjour ou d’une attestation de prolongation se demande sur internet, dans le mois qui précède sa fin.',
    lien: {
      libelle: 'Formulaire de renouvellement de la préfecture du Nord, sur démarche numérique (ancien demarches-simplifiees.fr)',
      href: 'https://www.demarches-simplifiees.fr/commencer/renouvellement-recepisse-adp-anef-aps',
    },
  },
  {
    ...DEPLIANT_NORD,
    code: 'nord_asile',
    motifs: ['asile'],
    demande: 'premiere',
    canal: 'telephone',
    texte:
      'Dans le Nord, on n’est reçu au guichet unique (GUDA) que sur convocation. Pour l’obtenir, appelez la structure de premier accueil des demandeurs d’asile (SPADA) Coallia : elle vous pré-enregistre.',
    telephone: { numero: '03 28 55 12 43', horaires: 'à partir de 9 h, du lundi au vendredi' },
  },
  {
    ...DEPLIANT_NORD,
    code: 'nord_attestation_asile',
    motifs: ['asile'],
    demande: 'renouvellement',
    canal: 'poste',
    texte:
      'Dans le Nord, l’attestation de demande d’asile se renouvelle par courrier. Le dépliant ne donne pas d’adresse particulière : suivez celle que porte votre convocation ou votre attestation.',
  },
  {
    ...DEMARCHE_RHONE,
    code: 'rhone_demarche_numerique',
    motifs: ['entre_mineur', 'salarie', 'travailleur_temporaire', 'parent_enfant_malade', 'liens_personnels', 'admission_exceptionnelle'],
    texte: 'Dans le Rhône, le rendez-vous se demande sur « démarche numérique », avec tout votre dossier.',
  },
  {
    ...DEMARCHE_RHONE,
    code: 'rhone_autres',
    certitude: 'X',
    motifs: ['changement_de_statut', 'entrepreneur', 'retraite', 'resident_premiere', 'apatride', 'autre'],
    texte:
      'Dans le Rhône, les demandes qui ne sont pas en ligne passent par « démarche numérique ». La préfecture ne cite pas votre cas : vérifiez sur son site qu’un formulaire y correspond.',
  },
  {
    ...FICHE_RHONE,
    code: 'rhone_protection_temporaire',
    motifs: ['protection_temporaire'],
    demande: 'toutes',
    canal: 'site',
    texte: 'La préfecture du Rhône a une page consacrée à la protection temporaire des ressortissants ukrainiens.',
    formulaire: {
      href: 'https://www.rhone.gouv.fr/',
      chemin: ['Immigration et intégration', 'Ukraine : protection temporaire des ressortissants ukrainiens'],
    },
  },
  {
    ...PARTOUT,
    code: 'general',
    motifs: [
      'entre_mineur',
      'salarie',
      'travailleur_temporaire',
      'entrepreneur',
      'parent_enfant_malade',
      'liens_personnels',
      'admission_exceptionnelle',
      'retraite',
      'changement_de_statut',
      'apatride',
      'resident_premiere',
      'protection_temporaire',
      'autre',
      'famille_de_francais',
      'ne_en_france',
      'regroupement_familial',
      'union_europeenne',
      'etudes',
      'talent',
      'visiteur',
      'travail',
      'protection',
      'vulnerabilite',
      'sante',
      'resident',
      'voyage',
      'changement',
    ],
    demande: 'toutes',
    canal: 'site',
    texte:
      'Cette demande se fait à la préfecture du département où vous habitez. Chaque préfecture choisit comment elle la reçoit : par courrier, par courriel, sur rendez-vous ou sur « démarche numérique ».',
    etapes: [
      'Ouvrez le site de la préfecture de votre département.',
      'Cherchez la rubrique « Étrangers » ou « Immigration et intégration ».',
      'Lisez la page de votre titre : elle dit comment envoyer la demande, et avec quelles pièces.',
    ],
  },
  {
    ...PARTOUT,
    code: 'general_recepisse',
    source: 'CESEDA R.431-13 et R.431-15-1',
    certitude: 'L',
    dateSource: '2026-04-03',
    motifs: ['recepisse'],
    demande: 'toutes',
    canal: 'site',
    texte:
      'Si vous avez déposé votre demande sur ce portail, l’attestation de prolongation est dans votre compte : regardez-y d’abord. Sinon, le renouvellement se demande à la préfecture du département où vous habitez, qui dit sur son site comment faire. Faites-le avant la fin du document.',
  },
  {
    ...PARTOUT,
    code: 'general_asile',
    source: 'CESEDA L.521-1 ; connaissance générale du premier accueil',
    certitude: 'G',
    dateSource: '2026-04-03',
    motifs: ['asile'],
    demande: 'toutes',
    canal: 'rendez_vous',
    texte:
      'La demande d’asile ne se fait pas sur ce portail. Présentez-vous d’abord à une structure de premier accueil des demandeurs d’asile (SPADA) : elle prend pour vous le rendez-vous à la préfecture. Le site de la préfecture donne son adresse.',
  },
  {
    ...PARTOUT,
    code: 'general_vls_ts',
    source: 'Proposition de ce portail',
    certitude: 'X',
    dateSource: '2026',
    motifs: ['vls_ts', 'nationalite'],
    demande: 'toutes',
    canal: 'site',
    texte: 'Cette démarche n’est pas ouverte en ce moment. Le site de la préfecture dit où la faire en attendant.',
  },
];

/** Where a préfecture tells its changes (S-217). */
export const PAGES_ACTUALITES: readonly PageActualites[] = [
  {
    ...FICHE_RHONE,
    href: 'https://www.rhone.gouv.fr/',
    chemin: ['Immigration et intégration', 'Actualités'],
    rubriques: [
      'Actualités',
      'Ukraine : protection temporaire des ressortissants ukrainiens',
      'Informations générales – Listes de pièces – Délais moyens',
    ],
  },
];
