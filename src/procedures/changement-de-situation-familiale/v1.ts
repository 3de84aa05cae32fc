// Change of civil status or of family situation. Several changes in one request. Accepted, it changes the civil status that the portal
// knows. For the protected, the act is the Ofpra's.
import type { ListeDePieces, PieceDemandee, Procedure, Section } from '#domain/procedure/definition.ts';
import { EUROPEENS, NOUVELLE_CARTE, piecesDeLaCarte, refabricationTitre } from '../blocs/changement.ts';
import { etapesCourtes, PIECES_A_JOINDRE } from '../blocs/etapes-titulaire.ts';
import { lille } from '../blocs/exemples.ts';
import { enfants } from '../blocs/famille.ts';
import { adresse, contact, etatCivil } from '../blocs/identite.ts';
import { titreConnu } from '../blocs/titre.ts';

const FICHE = 'Service-public.fr, fiche F35808 ; Réfugiés.info';

const acte: PieceDemandee = {
  code: 'acte_ec_nouveau',
  libelle: 'Acte justifiant le changement',
  aide: 'Si vous êtes protégé(e) par l’Ofpra, joignez l’acte que l’Ofpra vous a délivré. Un acte étranger est joint avec sa traduction.',
  groupe: 'Le changement',
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'au_moins_un',
    choix: [
      'Acte de mariage',
      'Attestation ou récépissé d’enregistrement du PACS, ou de sa dissolution',
      'Jugement de divorce, ou acte de mariage avec la mention du divorce',
      'Acte de naissance ou jugement d’adoption de l’enfant',
      'Acte de décès',
      'Décret, décision ou acte de naissance avec la mention du changement de nom ou de prénom',
    ],
  },
  source: FICHE,
  certitude: 'R',
  dateSource: '2026',
};

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2022-09-01',
  source: FICHE,
  raison: 'Liste d’ouverture sur ce portail',
  pieces: [acte, ...piecesDeLaCarte.map((piece) => (piece.code === 'nationalite' ? { ...piece, condition: undefined } : piece))],
};

const changement: Section = {
  code: 'changement',
  titre: 'Ce qui a changé',
  provenance: { source: `${FICHE} ; champs proposés`, certitude: 'R', dateSource: '2026' },
  champs: [
    {
      code: 'changements',
      type: 'cases',
      libelle: 'Qu’est-ce qui a changé ?',
      aide: 'Cochez une ou plusieurs cases.',
      requis: true,
      options: [
        { code: 'mariage', libelle: 'Je me suis marié(e)' },
        { code: 'pacs', libelle: 'Je me suis pacsé(e)' },
        { code: 'separation', libelle: 'Je me suis séparé(e), ou mon PACS est dissous' },
        { code: 'divorce', libelle: 'J’ai divorcé' },
        { code: 'deces', libelle: 'Mon conjoint ou mon partenaire est décédé' },
        { code: 'naissance', libelle: 'Un enfant est né, ou j’ai adopté un enfant' },
        { code: 'nom', libelle: 'Mon nom ou mon prénom a changé' },
      ],
    },
    {
      code: 'date_evenement',
      type: 'date',
      passee: true,
      libelle: 'Date du changement',
      aide: 'La plus récente, s’il y en a plusieurs.',
      requis: true,
    },
    {
      code: 'situation_familiale',
      type: 'choix',
      presentation: 'liste',
      libelle: 'Quelle est votre situation familiale maintenant ?',
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
      code: 'nouveau_nom_naissance',
      type: 'texte',
      forme: 'nom',
      max: 80,
      libelle: 'Nouveau nom de naissance, s’il a changé',
      libelleCourt: 'Nouveau nom de naissance',
      visible: { champ: 'changements', parmi: ['nom'] },
    },
    {
      code: 'nouveaux_prenoms',
      type: 'textes',
      max: 60,
      libelle: 'Nouveaux prénoms, s’ils ont changé',
      libelleCourt: 'Nouveaux prénoms',
      ajout: 'Ajouter un prénom',
      visible: { champ: 'changements', parmi: ['nom'] },
    },
    {
      code: 'nom_usage_change',
      type: 'oui_non',
      libelle: 'Votre nom d’usage change-t-il ?',
      libelleCourt: 'Nom d’usage changé',
      requis: true,
      visible: { champ: 'changements', parmi: ['mariage', 'separation', 'divorce', 'deces', 'nom'] },
    },
    {
      code: 'nouveau_nom_usage',
      type: 'texte',
      forme: 'nom',
      max: 80,
      libelle: 'Nouveau nom d’usage',
      aide: 'Laissez vide si vous n’en portez plus.',
      visible: { champ: 'nom_usage_change', parmi: ['oui'] },
    },
    refabricationTitre,
  ],
};

export const v1: Procedure = {
  slug: 'changement-de-situation-familiale',
  version: 1,
  code: 'CHG-FAM',
  nom: 'Changement d’état civil ou de situation familiale',
  titreListe: 'DÉCLARATION DE CHANGEMENT D’ÉTAT CIVIL OU DE SITUATION FAMILIALE',
  famille: 'changement',
  baseLegale: 'Service-public.fr, fiche F35808 ; CESEDA L.436-7',
  sorte: 'autre',
  public: 'Vous détenez un titre de séjour et votre nom ou votre famille a changé : mariage, séparation, naissance, décès.',
  acces: { sorte: 'numero' },
  demandeur: 'soi',
  ouverture: {
    depuis: '2022-09-01',
    source: 'Service cité par les guides de 2022 ; aucun arrêté ne date son ouverture',
    certitude: 'X',
    dateSource: '2022',
  },
  fenetre: { sorte: 'libre', article: 'Aucun délai : service-public.fr, fiche F35808' },
  traitement: 'instruction',
  situation: ['Vous déclarez un changement de situation', 'Votre état civil ou votre famille a changé'],
  titreDelivre: {
    libelle: 'Attestation de changement de situation',
    duree: 'Celle du titre',
    selon: [{ si: NOUVELLE_CARTE, libelle: 'Attestation de changement de situation et nouvelle carte', duree: 'Celle du titre' }],
  },
  silence: [],
  documentProvisoire: {
    sorte: 'attestation',
    mention: 'Votre titre reste valable. Cette attestation prouve que vous avez déclaré votre changement.',
    article: 'R.431-15-1',
  },
  tarif: 'gratuit',
  tarifSelon: [{ si: { tous: [NOUVELLE_CARTE, { non: EUROPEENS }] }, tarif: 'changement' }],
  effet: 'etat_civil',
  provenance: { source: FICHE, certitude: 'R', dateSource: '2026' },
  etapes: etapesCourtes(
    [
      {
        code: 'etat_civil',
        titre: 'Votre titre et votre état civil',
        entete: 'Écrivez ici votre état civil tel qu’il est sur votre titre actuel. L’écran suivant demande ce qui a changé.',
        sections: [titreConnu, etatCivil],
      },
      { code: 'motif', titre: 'Ce qui a changé', sections: [changement, enfants] },
      { code: 'coordonnees', titre: 'Votre adresse et votre téléphone', sections: [adresse, contact] },
    ],
    PIECES_A_JOINDRE,
  ),
  listes: [liste],
  exemple: {
    reponses: {
      numero_etranger: '5999000013',
      titre_type: 'etudiant_pluriannuelle',
      titre_debut: '2025-10-01',
      titre_fin: '2027-09-30',
      nom_naissance: 'TESTRUIZ',
      prenoms: ['Carmen'],
      sexe: 'feminin',
      date_naissance: '1998-07-14',
      pays_naissance: 'CO',
      lieu_naissance: 'Bogota',
      nationalites: ['CO'],
      changements: ['mariage'],
      date_evenement: '2026-10-17',
      situation_familiale: 'marie',
      nom_usage_change: 'oui',
      nouveau_nom_usage: 'TESTMARTIN',
      refabrication_titre: 'oui',
      enfants_a_charge: 'non',
      ...lille,
      email: 'carmen.testruiz@example.org',
    },
    variantes: {},
  },
};
