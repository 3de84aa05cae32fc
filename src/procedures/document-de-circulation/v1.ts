// DCEM: CESEDA L.414-4 to L.414-9, asked by who holds the parental authority, at the prefecture of the residence of the minor (D.414-1).
// The demandeur is the child; the usager is the representative (D-11). Free for the children of Europeans, of French and of naturalised
// parents (F2718, « Parent européen »); 50 euros otherwise (L.436-3).
import type { Condition, ListeDePieces, PieceDemandee, Procedure, Section } from '#domain/procedure/definition.ts';
import { etapesCourtes, PIECES_A_JOINDRE } from '../blocs/etapes-titulaire.ts';
import { lille } from '../blocs/exemples.ts';
import { contact } from '../blocs/identite.ts';
import { etatCivilDeLEnfant, filiationMineur, qualiteRepresentant } from '../blocs/mineur.ts';
import { domicile, ephoto, timbre } from '../blocs/pieces.ts';
import { avisStructure, formationAse, liensPays, placementAse } from '../blocs/pieces-ase.ts';
import { decisionProtection } from '../blocs/pieces-voyage.ts';

const FICHE = 'Service-public.fr, fiche F2718';
const FICHE_2020 = { certitude: 'P', dateSource: '2020-01-22' } as const;
const ENFANT = 'Le mineur et son représentant';
const CAS = 'La situation de l’enfant';

const cas = (...codes: readonly string[]): Condition => ({ champ: 'cas_dcem', parmi: codes });
const EUROPEEN = cas('parent_francais', 'parent_europeen', 'conjoint_europeen', 'parent_naturalise');
const PARENT_NON_EUROPEEN: Condition = { champ: 'representant_situation', parmi: ['etranger_titulaire'] };

const representant: Section = {
  code: 'representant',
  titre: 'Vous, qui faites la demande',
  provenance: { source: 'Gisti ; service-public.fr, fiche F2718 ; champs proposés', certitude: 'O', dateSource: '2026' },
  champs: [
    {
      code: 'representant_qualite',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'À quel titre faites-vous cette demande ?',
      libelleCourt: 'Qualité du représentant',
      requis: true,
      options: [
        { code: 'individuel', libelle: 'Parent ou représentant légal, à titre individuel' },
        { code: 'personne_morale', libelle: 'Mandaté(e) par une personne morale (aide sociale à l’enfance, association)' },
      ],
    },
    {
      code: 'representant_situation',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Vous êtes :',
      libelleCourt: 'Situation du représentant',
      requis: true,
      visible: { champ: 'representant_qualite', parmi: ['individuel'] },
      options: [
        { code: 'etranger_titulaire', libelle: 'Étranger non européen titulaire d’un titre de séjour' },
        { code: 'francais_ou_europeen', libelle: 'Français, ou ressortissant de l’Union européenne ou assimilé' },
      ],
    },
    {
      code: 'representant_numero_etranger',
      type: 'texte',
      forme: 'chiffres',
      max: 10,
      libelle: 'Votre numéro étranger',
      aide: 'Dix chiffres, imprimés sur votre carte de séjour.',
      requis: true,
      visible: PARENT_NON_EUROPEEN,
    },
  ],
};

const situationEnfant: Section = {
  code: 'situation_enfant',
  titre: 'La situation de l’enfant',
  provenance: { source: 'CESEDA L.414-4 ; champs proposés', certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    {
      code: 'dcem_detenu',
      type: 'oui_non',
      libelle: 'L’enfant a-t-il déjà un document de circulation ?',
      libelleCourt: 'Document de circulation détenu',
      requis: true,
    },
    {
      code: 'cas_dcem',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Pourquoi l’enfant a-t-il droit à ce document ?',
      libelleCourt: 'Situation de l’enfant (L. 414-4)',
      requis: true,
      options: [
        { code: 'parent_titulaire', libelle: 'Un de ses parents a une carte de séjour ou une carte de résident' },
        { code: 'parent_francais', libelle: 'Un de ses parents est français' },
        { code: 'parent_europeen', libelle: 'Un de ses parents ou grands-parents est européen et vit en France' },
        { code: 'conjoint_europeen', libelle: 'Il est à la charge du conjoint d’un Européen qui vit en France' },
        { code: 'parent_naturalise', libelle: 'Un de ses parents est devenu français' },
        { code: 'ase', libelle: 'Il a été confié à l’aide sociale à l’enfance avant 16 ans' },
        { code: 'protege', libelle: 'Il est réfugié ou il a la protection subsidiaire' },
        { code: 'visa_enfant', libelle: 'Il est entré avec un visa de plus de trois mois d’enfant de Français ou d’enfant adopté' },
        {
          code: 'visa_visiteur',
          libelle: 'Il est entré avant 13 ans avec un visa de plus de trois mois de visiteur, et vit en France depuis',
        },
      ],
    },
    {
      code: 'reside_avec_demandeur',
      type: 'oui_non',
      libelle: 'L’enfant habite-t-il avec vous ?',
      libelleCourt: 'L’enfant habite avec son représentant',
      requis: true,
    },
  ],
};

const domicileEnfant: Section = {
  code: 'adresse',
  titre: 'Adresse de l’enfant',
  provenance: { source: 'CESEDA D.414-1 ; service-public.fr, fiche F2718', certitude: 'P', dateSource: '2020-01-22' },
  champs: [
    {
      code: 'adresse',
      type: 'adresse',
      libelle: 'Adresse où l’enfant habite',
      aide: 'C’est la préfecture de cette adresse qui traite la demande.',
      requis: true,
    },
  ],
};

const identiteRepresentant: PieceDemandee = {
  code: 'identite_representant',
  libelle: 'Votre pièce d’identité et votre acte de naissance',
  groupe: ENFANT,
  requis: true,
  moment: 'depot',
  condition: { champ: 'representant_qualite', parmi: ['individuel'] },
  mode: {
    sorte: 'tous',
    elements: [
      { code: 'identite', document: 'Passeport ou, à défaut, carte d’identité ou carte consulaire' },
      { code: 'naissance', document: 'Acte de naissance : copie intégrale ou extrait avec filiation' },
    ],
  },
  source: FICHE,
  ...FICHE_2020,
};

const nationaliteEnfant: PieceDemandee = {
  code: 'nationalite',
  libelle: 'Justificatif de nationalité de l’enfant',
  aide: 'Le document de circulation ne vaut qu’avec un passeport ou un document de voyage en cours de validité (CESEDA, art. L. 414-5).',
  groupe: ENFANT,
  requis: true,
  moment: 'depot',
  mode: { sorte: 'un_parmi', choix: ['Passeport de l’enfant', 'Carte d’identité ou attestation consulaire de l’enfant, avec photo'] },
  source: 'Liste « PJ DCEM hors Algériens » du téléservice',
  certitude: 'O',
  dateSource: '2026',
};

const titreParent: PieceDemandee = {
  code: 'titre_parent',
  libelle: 'Carte de séjour en cours de validité du parent',
  groupe: ENFANT,
  requis: true,
  moment: 'depot',
  condition: { un: [PARENT_NON_EUROPEEN, cas('parent_titulaire')] },
  mode: { sorte: 'unique', document: 'Copie des deux faces de la carte de séjour ou de la carte de résident' },
  source: FICHE,
  ...FICHE_2020,
};

const parentFrancais: PieceDemandee = {
  code: 'nationalite_parent',
  libelle: 'Justificatif de nationalité française du parent',
  groupe: CAS,
  requis: true,
  moment: 'depot',
  condition: cas('parent_francais', 'parent_naturalise', 'visa_enfant'),
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Carte nationale d’identité ou passeport français en cours de validité',
      'Certificat de nationalité française de moins de 6 mois',
      'Décret de naturalisation ou déclaration de nationalité enregistrée',
    ],
  },
  source: FICHE,
  ...FICHE_2020,
};

const parentEuropeen: PieceDemandee = {
  code: 'identite_ue',
  libelle: 'Titre de séjour ou pièce d’identité de l’Européen qui vit en France',
  groupe: CAS,
  requis: true,
  moment: 'depot',
  condition: cas('parent_europeen', 'conjoint_europeen'),
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Carte de séjour de citoyen de l’Union, ou de son conjoint',
      'Passeport ou carte d’identité, avec une preuve de séjour de plus de trois mois',
    ],
  },
  source: FICHE,
  ...FICHE_2020,
};

const visaEnfant: PieceDemandee = {
  code: 'visa_mineur',
  libelle: 'Visa de plus de trois mois de l’enfant',
  groupe: CAS,
  requis: true,
  moment: 'depot',
  condition: cas('visa_enfant', 'visa_visiteur'),
  mode: { sorte: 'unique', document: 'Copie du visa (famille de Français, adoption internationale ou visiteur) et du cachet d’entrée' },
  source: FICHE,
  ...FICHE_2020,
};

const residence: PieceDemandee = {
  code: 'residence_mineur',
  libelle: 'Résidence habituelle de l’enfant en France',
  groupe: ENFANT,
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Certificat de scolarité, pour chaque année depuis ses 13 ans s’il est entré comme visiteur',
      'Certificat de crèche',
      'Pour un enfant en bas âge, tout document prouvant sa résidence habituelle',
    ],
  },
  source: FICHE,
  ...FICHE_2020,
};

const mandat: PieceDemandee = {
  code: 'mandat',
  libelle: 'Mandat et pièce d’identité du mandataire',
  groupe: ENFANT,
  requis: true,
  moment: 'depot',
  condition: { champ: 'representant_qualite', parmi: ['personne_morale'] },
  mode: {
    sorte: 'tous',
    elements: [
      { code: 'mandat', document: 'Mandat de qui exerce l’autorité parentale (courrier, déclaration écrite, acte authentique)' },
      { code: 'identite', document: 'Pièce d’identité du mandataire' },
    ],
  },
  source: FICHE,
  ...FICHE_2020,
};

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2022-09-01',
  source: 'CESEDA L.414-4 ; service-public.fr, fiche F2718 ; liste « PJ DCEM hors Algériens » du téléservice',
  raison: 'Liste d’ouverture sur ce portail',
  pieces: [
    { ...ephoto, libelle: 'Photographie d’identité récente de l’enfant', aide: 'Le numéro ephoto de la planche de photos de l’enfant.' },
    identiteRepresentant,
    nationaliteEnfant,
    titreParent,
    filiationMineur,
    qualiteRepresentant,
    mandat,
    residence,
    {
      ...domicile,
      aide: 'Au nom du représentant si l’enfant habite avec lui ; sinon, au nom de l’enfant.',
    },
    parentFrancais,
    parentEuropeen,
    { ...placementAse, groupe: CAS, condition: cas('ase') },
    { ...formationAse, groupe: CAS, condition: cas('ase') },
    { ...avisStructure, groupe: CAS, condition: cas('ase') },
    { ...liensPays, groupe: CAS, condition: cas('ase') },
    { ...decisionProtection, groupe: CAS, condition: cas('protege') },
    visaEnfant,
    { ...timbre, condition: { non: EUROPEEN } },
  ],
};

export const v1: Procedure = {
  slug: 'document-de-circulation',
  version: 1,
  code: 'DCEM-1',
  nom: 'Document de circulation pour étranger mineur (DCEM)',
  titreListe: 'DEMANDE DE DOCUMENT DE CIRCULATION POUR ÉTRANGER MINEUR',
  famille: 'voyage',
  baseLegale: 'CESEDA L.414-4 à L.414-9, D.414-1 ; accord franco-algérien, art. 10',
  sorte: 'autre',
  public: 'Vous êtes le parent ou le représentant légal d’un enfant étranger qui vit en France et qui voyage.',
  acces: { sorte: 'compte' },
  demandeur: 'mineur',
  ouverture: {
    depuis: '2022-09-01',
    source: 'Service cité par les guides de 2022 ; aucun arrêté ne date son ouverture',
    certitude: 'X',
    dateSource: '2022',
  },
  fenetre: { sorte: 'libre', article: 'L.414-4' },
  traitement: 'instruction',
  situation: ['Vous demandez un document de voyage', 'Vous demandez un document de circulation pour un enfant que vous représentez'],
  titreDelivre: {
    libelle: 'Document de circulation pour étranger mineur',
    duree: '5 ans',
    selon: [
      {
        si: cas('parent_titulaire'),
        libelle: 'Document de circulation pour étranger mineur',
        duree: '5 ans, ou de 1 à 5 ans selon la carte des parents (L. 414-7, L. 414-8)',
      },
    ],
  },
  // the sheet tells of two months and, at its foot, cites the decree that says four: the decree prevails
  silence: [{ delai: { mois: 4 }, article: 'Décret n° 2014-1292 du 23 octobre 2014' }],
  documentProvisoire: {
    sorte: 'attestation',
    mention: 'Cette attestation ne permet pas de voyager.',
    article: 'R.431-15-1',
  },
  tarif: 'dcem',
  tarifSelon: [{ si: EUROPEEN, tarif: 'gratuit' }],
  provenance: { source: 'CESEDA L.414-4 à L.414-9 ; service-public.fr, fiche F2718', certitude: 'L', dateSource: '2026-04-03' },
  etapes: etapesCourtes(
    [
      { code: 'enfant', titre: 'L’enfant', sections: [etatCivilDeLEnfant] },
      { code: 'motif', titre: 'La situation de l’enfant et la vôtre', sections: [representant, situationEnfant] },
      { code: 'coordonnees', titre: 'L’adresse de l’enfant et votre téléphone', sections: [domicileEnfant, contact] },
    ],
    PIECES_A_JOINDRE,
  ),
  listes: [liste],
  exemple: {
    reponses: {
      nom_naissance: 'TESTDIALLO',
      prenoms: ['Fanta'],
      sexe: 'feminin',
      date_naissance: '2018-04-22',
      pays_naissance: 'GN',
      lieu_naissance: 'Conakry',
      nationalites: ['GN'],
      representant_qualite: 'individuel',
      representant_situation: 'etranger_titulaire',
      representant_numero_etranger: '5999000005',
      dcem_detenu: 'non',
      cas_dcem: 'parent_titulaire',
      reside_avec_demandeur: 'oui',
      ...lille,
      email: 'aissatou.testdiallo@example.org',
    },
    variantes: { domicile: 'personnel', qualite_rep: 'non_maries' },
  },
};
