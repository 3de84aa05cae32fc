// Renewal of every carte de resident: CESEDA L.433-2, L.433-3 (old card + 3 months), L.433-3-1 (habitual residence), L.426-4 (permanent
// card: may be asked at the first renewal, by right from the second, and over 60 without asking). On ANEF since 4 July 2024.
import type { ListeDePieces, Procedure, Section } from '#domain/procedure/definition.ts';
import { absence, honneurAbsence, nonPolygamie, residenceHabituelle } from '../blocs/declarations.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { lille } from '../blocs/exemples.ts';
import { attestations, liensFamiliaux } from '../blocs/famille.ts';
import { contratEngagement, domicile, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { etatCivil, titreActuel } from '../blocs/pieces-titulaire.ts';

const LISTE = 'CESEDA L.433-2 et L.426-4 ; listes ministérielles CR de mai 2021';

const liste2024: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA L.433-2, L.426-4, R.412-1 ; listes ministérielles CR de mai 2021',
  raison: 'Liste d’ouverture sur ce portail, contrat d’engagement compris',
  pieces: [
    ephoto,
    {
      ...titreActuel,
      libelle: 'Carte de résident',
      mode: { sorte: 'unique', document: 'Copie des deux faces de votre carte de résident ou de votre certificat de résidence' },
    },
    etatCivil,
    nationalite,
    domicile,
    nonPolygamie,
    absence,
    contratEngagement,
    timbre,
  ],
};

const carte: Section = {
  code: 'carte',
  titre: 'La carte que vous demandez',
  introduction:
    'Au premier renouvellement, vous pouvez demander une carte de résident permanent. Dès le deuxième, elle vous est due. Après 60 ans, elle vous est donnée même si vous ne la demandez pas (CESEDA, art. L. 426-4).',
  provenance: { source: 'CESEDA L.426-4, L.433-2, L.433-3-1 ; champs proposés', certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    {
      code: 'carte_souhaitee',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Quelle carte souhaitez-vous ?',
      libelleCourt: 'Carte souhaitée',
      requis: true,
      options: [
        { code: 'resident', libelle: 'Une carte de résident de 10 ans' },
        { code: 'permanent', libelle: 'Une carte de résident permanent, sans limite de durée' },
        { code: 'resident_ue', libelle: 'Une carte de résident de longue durée – UE' },
      ],
    },
    honneurAbsence,
    residenceHabituelle,
  ],
};

export const v1: Procedure = {
  slug: 'carte-de-resident-renouvellement',
  version: 1,
  code: 'CR-R',
  nom: 'Carte de résident – renouvellement',
  titreListe: 'RENOUVELLEMENT DE CARTE DE RÉSIDENT',
  famille: 'resident',
  baseLegale: 'CESEDA L.433-2, L.433-3, L.433-3-1, L.426-4 ; accord franco-algérien du 27 décembre 1968',
  sorte: 'renouvellement',
  public: 'Vous détenez une carte de résident ou un certificat de résidence de dix ans, quel qu’en soit le motif.',
  acces: { sorte: 'titre', titres: ['resident', 'resident_permanent', 'resident_ue', 'certificat_algerien_10_ans'] },
  demandeur: 'soi',
  ouverture: {
    depuis: '2024-07-04',
    source: 'Arrêté du 1er juillet 2024 (CESEDA annexe 9)',
    certitude: 'L',
    dateSource: '2026-04-03',
  },
  fenetre: { sorte: 'fin_de_titre', ouvreJours: 120, fermeJours: 60, article: 'R.431-5 1°' },
  traitement: 'instruction',
  situation: ['Vous êtes titulaire d’une carte de résident', 'Vous sollicitez le renouvellement de ce titre'],
  titreDelivre: {
    libelle: 'Carte de résident',
    duree: '10 ans',
    selon: [
      { si: { nationalite: { parmi: ['DZ'] } }, libelle: 'Certificat de résidence algérien', duree: '10 ans' },
      { si: { champ: 'carte_souhaitee', parmi: ['resident_ue'] }, libelle: 'Carte de résident de longue durée – UE', duree: '10 ans' },
      {
        si: { un: [{ champ: 'carte_souhaitee', parmi: ['permanent'] }, { age: { plusDe: 60 } }] },
        libelle: 'Carte de résident permanent',
        duree: 'Sans limite de durée',
      },
    ],
  },
  silence: [{ delai: { mois: 4 }, article: 'R.*432-1, R.432-2' }],
  documentProvisoire: { sorte: 'api', mois: 3, article: 'R.431-15-1 ; L.433-3 : la carte expirée vaut encore trois mois' },
  travailPendantInstruction: { article: 'R.431-15-2, dernier alinéa' },
  commission: 'L.432-13 5° (refus pour manquement au contrat d’engagement, L.412-10)',
  tarif: 'normal_renouvellement',
  agdref: ['1599', '3148'],
  provenance: { source: LISTE, certitude: 'D', dateSource: '2021-05' },
  etapes: quatreEtapes({ titre: 'Votre carte et votre situation', sections: [carte, liensFamiliaux, attestations] }),
  listes: [liste2024],
  exemple: {
    reponses: {
      numero_etranger: '5999000012',
      titre_type: 'resident',
      titre_debut: '2017-02-15',
      titre_fin: '2027-02-14',
      nom_naissance: 'TESTSOW',
      prenoms: ['Mamadou'],
      sexe: 'masculin',
      date_naissance: '1968-01-05',
      pays_naissance: 'SN',
      lieu_naissance: 'Dakar',
      nationalites: ['SN'],
      carte_souhaitee: 'permanent',
      honneur_absence: 'oui',
      residence_habituelle: 'oui',
      date_entree_france: '1996-04-20',
      situation_familiale: 'celibataire',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
      ...lille,
      adresse_inchangee: 'oui',
      email: 'mamadou.testsow@example.org',
    },
    variantes: { domicile: 'personnel' },
  },
};
