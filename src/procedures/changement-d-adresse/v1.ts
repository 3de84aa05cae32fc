// Change of address: R.431-23 (within three months of the arrival, for the holder of a titre of more than one year; the others may). Must
// come before a renewal (D-10). Accepted, it changes the address that the portal knows, and may change the competent prefecture.
import type { ListeDePieces, Procedure, Section } from '#domain/procedure/definition.ts';
import { EUROPEENS, NOUVELLE_CARTE, piecesDeLaCarte, refabricationTitre } from '../blocs/changement.ts';
import { etapesCourtes, PIECES_A_JOINDRE } from '../blocs/etapes-titulaire.ts';
import { lille } from '../blocs/exemples.ts';
import { contact, etatCivil } from '../blocs/identite.ts';
import { domicileOuDomiciliation } from '../blocs/pieces-domiciliation.ts';
import { titreConnu } from '../blocs/titre.ts';

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2022-09-01',
  source: 'CESEDA R.431-23 ; service-public.fr, fiche F35807 ; Réfugiés.info',
  raison: 'Liste d’ouverture sur ce portail',
  pieces: [domicileOuDomiciliation, ...piecesDeLaCarte],
};

const demenagement: Section = {
  code: 'demenagement',
  titre: 'Votre nouvelle adresse',
  provenance: { source: 'CESEDA R.431-23 ; Réfugiés.info ; champs proposés', certitude: 'R', dateSource: '2026' },
  champs: [
    { code: 'adresse', type: 'adresse', libelle: 'Nouvelle adresse', requis: true },
    {
      code: 'date_evenement',
      type: 'date',
      passee: true,
      libelle: 'Depuis quand habitez-vous à cette adresse ?',
      libelleCourt: 'Date d’arrivée à cette adresse',
      aide: 'Le changement se déclare dans les trois mois. Après, déclarez-le quand même : la demande est acceptée.',
      requis: true,
    },
    refabricationTitre,
  ],
};

// F35807 sends who has less than three months left to the renewal; but the renewal asks that the change be declared first (S-190, D-10).
// The declaration is therefore always open: only a new card is useless then, and its question says so.
export const v1: Procedure = {
  slug: 'changement-d-adresse',
  version: 1,
  code: 'CHG-ADR',
  nom: 'Changement d’adresse',
  titreListe: 'DÉCLARATION DE CHANGEMENT D’ADRESSE',
  famille: 'changement',
  baseLegale: 'CESEDA R.431-23',
  sorte: 'autre',
  public: 'Vous détenez un titre de séjour et vous avez déménagé.',
  acces: { sorte: 'numero' },
  demandeur: 'soi',
  ouverture: {
    depuis: '2022-09-01',
    source: 'Service cité par les guides de 2022 ; aucun arrêté ne date son ouverture',
    certitude: 'X',
    dateSource: '2022',
  },
  fenetre: { sorte: 'depuis', champ: 'date_evenement', mois: 3, ferme: false, article: 'R.431-23' },
  traitement: 'instruction',
  situation: ['Vous déclarez un changement de situation', 'Vous avez changé d’adresse'],
  titreDelivre: {
    libelle: 'Attestation de changement d’adresse',
    duree: 'Celle du titre',
    selon: [{ si: NOUVELLE_CARTE, libelle: 'Attestation de changement d’adresse et nouvelle carte', duree: 'Celle du titre' }],
  },
  silence: [],
  documentProvisoire: {
    sorte: 'attestation',
    mention: 'Votre titre reste valable. Cette attestation prouve que vous avez déclaré votre changement d’adresse.',
    article: 'R.431-23',
  },
  tarif: 'gratuit',
  tarifSelon: [{ si: { tous: [NOUVELLE_CARTE, { non: EUROPEENS }] }, tarif: 'changement' }],
  effet: 'adresse',
  provenance: { source: 'CESEDA R.431-23 ; service-public.fr, fiche F35807', certitude: 'L', dateSource: '2026-04-03' },
  etapes: etapesCourtes(
    [
      {
        code: 'etat_civil',
        titre: 'Votre titre et votre état civil',
        entete: 'Vérifiez ce que l’administration sait de vous. Corrigez ce qui n’est pas exact.',
        sections: [titreConnu, etatCivil],
      },
      { code: 'motif', titre: 'Votre nouvelle adresse', sections: [demenagement, contact] },
    ],
    PIECES_A_JOINDRE,
  ),
  listes: [liste],
  exemple: {
    reponses: {
      numero_etranger: '5999000006',
      titre_type: 'ue_permanent',
      titre_debut: '2017-02-21',
      titre_fin: '2027-02-20',
      nom_naissance: 'TESTPEREIRA',
      prenoms: ['Ana'],
      sexe: 'feminin',
      date_naissance: '1970-05-17',
      pays_naissance: 'PT',
      lieu_naissance: 'Porto',
      nationalites: ['PT'],
      ...lille,
      date_evenement: '2026-11-02',
      refabrication_titre: 'non',
      email: 'ana.testpereira@example.org',
    },
    variantes: { domicile: 'personnel' },
  },
};
