// Duplicata of a lost, stolen or damaged titre: L.436-2 (tax of a renewal on the same ground), F21032 (loss), F22312 (theft), F847 and
// F22118 (Europeans and their family: free). Less than three months before its end, the titre is renewed instead. Once accepted, the
// former titre is dead, even if it is found again.
import type { Condition, ListeDePieces, PieceDemandee, Procedure, Section } from '#domain/procedure/definition.ts';
import { EUROPEENS } from '../blocs/changement.ts';
import { etapesCourtes, PIECES_A_JOINDRE } from '../blocs/etapes-titulaire.ts';
import { lille } from '../blocs/exemples.ts';
import { adresse, contact, etatCivil as etatCivilDemande } from '../blocs/identite.ts';
import { domicile, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { etatCivil } from '../blocs/pieces-titulaire.ts';
import { titreConnu } from '../blocs/titre.ts';

const motif = (...codes: readonly string[]): Condition => ({ champ: 'motif_duplicata', parmi: codes });
/** L.436-1, second paragraph: studies, family reunification, seasonal work. */
const TAUX_REDUIT: Condition = {
  champ: 'titre_type',
  parmi: ['etudiant_temporaire', 'etudiant_pluriannuelle', 'regroupement_temporaire', 'regroupement_pluriannuelle', 'saisonnier'],
};
const MOTIF = 'Ce qui est arrivé à votre titre';

const declarationPerte: PieceDemandee = {
  code: 'declaration_perte',
  libelle: 'Déclaration de perte',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: motif('perte'),
  mode: { sorte: 'declaration', champ: 'declaration_perte' },
  source: 'Service-public.fr, fiche F21032 (déclaration sur l’honneur), reprise dans le téléservice',
  certitude: 'O',
  dateSource: '2026',
};

const declarationVol: PieceDemandee = {
  code: 'declaration_vol',
  libelle: 'Déclaration de vol',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: motif('vol'),
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Récépissé de la déclaration de vol ou du dépôt de plainte',
      'Pour un vol à l’étranger : déclaration aux autorités de police locales et à l’ambassade ou au consulat',
    ],
  },
  source: 'Service-public.fr, fiche F22312',
  certitude: 'P',
  dateSource: '2020-10-29',
};

const titreDeteriore: PieceDemandee = {
  code: 'titre_deteriore',
  libelle: 'Titre détérioré',
  aide: 'Vous rendrez le titre détérioré à la remise du duplicata.',
  groupe: MOTIF,
  requis: true,
  moment: 'depot',
  condition: motif('deterioration'),
  mode: { sorte: 'unique', document: 'Photo ou copie des deux faces du titre' },
  source: 'Pratique des préfectures',
  certitude: 'G',
  dateSource: '2026',
};

const copieDuTitre: PieceDemandee = {
  code: 'copie_titre_perdu',
  libelle: 'Copie du titre perdu ou volé, si vous en avez gardé une',
  groupe: MOTIF,
  requis: false,
  moment: 'depot',
  condition: motif('perte', 'vol'),
  mode: { sorte: 'unique', document: 'Photocopie ou photo du titre' },
  source: 'Service-public.fr, fiches F21032 et F847',
  certitude: 'P',
  dateSource: '2020-10-29',
};

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2022-09-01',
  source: 'CESEDA L.436-2 ; service-public.fr, fiches F21032, F22312, F847 et F22118',
  raison: 'Liste d’ouverture sur ce portail',
  pieces: [
    ephoto,
    nationalite,
    {
      ...etatCivil,
      condition: { non: EUROPEENS },
      source: 'Service-public.fr, fiches F21032 et F22312',
      certitude: 'P',
      dateSource: '2020-10-29',
    },
    domicile,
    declarationVol,
    declarationPerte,
    titreDeteriore,
    copieDuTitre,
    { ...timbre, condition: { non: EUROPEENS } },
  ],
};

const evenement: Section = {
  code: 'evenement',
  titre: 'Ce qui est arrivé à votre titre',
  introduction:
    'Dès que la demande est acceptée, l’ancien titre n’est plus valable, même si vous le retrouvez : vous devrez alors le rendre.',
  provenance: { source: 'Service-public.fr, fiches F21032 et F22312 ; champs proposés', certitude: 'P', dateSource: '2020-10-29' },
  champs: [
    {
      code: 'motif_duplicata',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Qu’est-il arrivé à votre titre ?',
      libelleCourt: 'Motif',
      aide: 'Volé : déclarez-le d’abord à la police ou à la gendarmerie. Perdu : vous le déclarez ici. Détérioré : vous rendrez l’ancien.',
      requis: true,
      options: [
        { code: 'perte', libelle: 'Je l’ai perdu' },
        { code: 'vol', libelle: 'On me l’a volé' },
        { code: 'deterioration', libelle: 'Il est détérioré' },
      ],
    },
    { code: 'date_evenement', type: 'date', passee: true, libelle: 'Quand ?', libelleCourt: 'Date', requis: true },
    {
      code: 'lieu_evenement',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Où ?',
      libelleCourt: 'Lieu',
      aide: 'À l’étranger, demandez un visa de retour à l’ambassade ou au consulat de France : sans lui, vous ne pourrez pas rentrer.',
      requis: true,
      visible: motif('perte', 'vol'),
      options: [
        { code: 'france', libelle: 'En France' },
        { code: 'etranger', libelle: 'À l’étranger' },
      ],
    },
    {
      code: 'declaration_perte',
      type: 'attestation',
      libelle: 'Je déclare sur l’honneur avoir perdu mon titre de séjour, et je sais qu’une fausse déclaration est punie par la loi.',
      libelleCourt: 'Déclare sur l’honneur avoir perdu son titre',
      requis: true,
      visible: motif('perte'),
    },
    {
      code: 'titre_invalide',
      type: 'attestation',
      libelle: 'J’ai compris que l’ancien titre ne sera plus jamais valable, même si je le retrouve.',
      libelleCourt: 'Sait que l’ancien titre ne sera plus valable',
      requis: true,
    },
  ],
};

export const v1: Procedure = {
  slug: 'duplicata',
  version: 1,
  code: 'DUP',
  nom: 'Duplicata d’un titre de séjour perdu, volé ou détérioré',
  titreListe: 'DEMANDE DE DUPLICATA D’UN TITRE DE SÉJOUR',
  famille: 'changement',
  baseLegale: 'CESEDA L.436-2',
  sorte: 'autre',
  public: 'Votre titre de séjour est perdu, volé ou abîmé, et il devait durer encore plus de trois mois.',
  acces: { sorte: 'numero' },
  demandeur: 'soi',
  ouverture: {
    depuis: '2022-09-01',
    source: 'Service cité par les guides de 2022 ; aucun arrêté ne date son ouverture',
    certitude: 'X',
    dateSource: '2022',
  },
  fenetre: { sorte: 'libre', article: 'L.436-2' },
  traitement: 'instruction',
  situation: ['Vous déclarez un changement de situation', 'Votre titre est perdu, volé ou détérioré'],
  titreDelivre: { libelle: 'Duplicata du titre', duree: 'Celle du titre' },
  silence: [],
  documentProvisoire: {
    sorte: 'attestation',
    mention: 'Cette attestation prouve que vous avez déclaré la perte, le vol ou la détérioration de votre titre.',
    article: 'R.431-15-1',
  },
  tarif: 'duplicata',
  tarifSelon: [
    { si: EUROPEENS, tarif: 'gratuit' },
    { si: TAUX_REDUIT, tarif: 'duplicata', cas: 'reduit' },
    { si: { non: TAUX_REDUIT }, tarif: 'duplicata', cas: 'normal' },
  ],
  effet: 'titre_invalide',
  resteDuTitre: { mois: 3, article: 'L.436-2 ; pratique des préfectures' },
  provenance: { source: 'CESEDA L.436-2 ; service-public.fr, fiches F21032 et F22312', certitude: 'L', dateSource: '2026-04-03' },
  etapes: etapesCourtes(
    [
      {
        code: 'etat_civil',
        titre: 'Votre titre et votre état civil',
        entete: 'Vérifiez ce que l’administration sait de vous. Corrigez ce qui n’est pas exact.',
        sections: [titreConnu, etatCivilDemande],
      },
      { code: 'motif', titre: 'Ce qui est arrivé', sections: [evenement] },
      { code: 'coordonnees', titre: 'Votre adresse et votre téléphone', sections: [adresse, contact] },
    ],
    PIECES_A_JOINDRE,
  ),
  listes: [liste],
  exemple: {
    reponses: {
      numero_etranger: '5999000014',
      titre_type: 'conjoint_pluriannuelle',
      titre_debut: '2026-01-12',
      titre_fin: '2028-01-11',
      nom_naissance: 'TESTKIM',
      prenoms: ['Jiho'],
      sexe: 'masculin',
      date_naissance: '1989-12-30',
      pays_naissance: 'KR',
      lieu_naissance: 'Séoul',
      nationalites: ['KR'],
      motif_duplicata: 'perte',
      date_evenement: '2026-11-10',
      lieu_evenement: 'france',
      declaration_perte: 'oui',
      titre_invalide: 'oui',
      ...lille,
      email: 'jiho.testkim@example.org',
    },
    variantes: { domicile: 'personnel' },
  },
};
