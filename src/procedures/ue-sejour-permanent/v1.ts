// Séjour permanent, première carte: five years of residence, legal and unbroken (L.234-1), or sooner for who stops working (R.234-4) and for
// the family of a worker (R.234-6). Third-country family: R.234-2.
import type { ListeDePieces, PieceDemandee, Procedure, Section } from '#domain/procedure/definition.ts';
import { CARTE_UE, OUVERTURE_UE } from '../blocs/cadre-union.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { ana } from '../blocs/exemples-famille.ts';
import { attestationsUnion, enfants } from '../blocs/famille.ts';
import { ephoto } from '../blocs/pieces.ts';
import { domicileUe, droitAccueillant, identiteFamilleUe, lienFamilial } from '../blocs/pieces-union.ts';
import { dateArrivee, EUROPEENS_SEULEMENT, informationsUnion, lienUe, NON_EUROPEEN } from '../blocs/union.ts';

const CITOYEN = { champ: 'qualite_ue', parmi: ['citoyen'] } as const;
const DE_LA_FAMILLE = { champ: 'qualite_ue', parmi: ['famille'] } as const;
const CINQ_ANS = { champ: 'voie_permanent', parmi: ['cinq_ans'] } as const;

const droit: Section = {
  code: 'droit_permanent',
  titre: 'Votre droit au séjour permanent',
  provenance: { source: 'CESEDA L.234-1, R.234-2, R.234-4, R.234-6', certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    dateArrivee,
    {
      code: 'qualite_ue',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Vous demandez cette carte',
      requis: true,
      options: [
        { code: 'citoyen', libelle: 'Comme citoyen européen' },
        { code: 'famille', libelle: 'Comme membre de la famille d’un citoyen européen' },
      ],
      arret: { ...EUROPEENS_SEULEMENT, si: { tous: [CITOYEN, NON_EUROPEEN] } },
    },
    { ...lienUe, visible: DE_LA_FAMILLE },
    {
      code: 'voie_permanent',
      type: 'choix',
      presentation: 'liste',
      libelle: 'Depuis quand avez-vous ce droit ?',
      aide: 'Des absences de moins de six mois par an ne comptent pas, ni une absence d’un an pour une raison importante.',
      requis: true,
      options: [
        { code: 'cinq_ans', libelle: 'J’habite en France depuis cinq ans sans interruption' },
        { code: 'retraite', libelle: 'J’ai pris ma retraite après plus de trois ans en France' },
        { code: 'incapacite', libelle: 'Je ne peux plus travailler : incapacité permanente' },
        {
          code: 'transfrontalier',
          libelle: 'Après trois ans de travail en France, je travaille dans un autre État et reviens chaque semaine',
        },
        { code: 'famille_travailleur', libelle: 'Le travailleur que j’accompagne a ce droit plus tôt, ou est décédé' },
      ],
    },
  ],
};

const commun = { groupe: 'Motif de séjour', requis: true, moment: 'depot', certitude: 'P', dateSource: '2020-10-28' } as const;

const preuves: readonly PieceDemandee[] = [
  {
    ...commun,
    code: 'continuite_5ans',
    libelle: 'Continuité de votre séjour pendant cinq ans',
    condition: CINQ_ANS,
    mode: { sorte: 'par_periode', periode: 'semestre', nombre: 10, document: 'Quittance, facture, document bancaire ou fiscal' },
    source: 'CESEDA L.234-1, R.234-3 ; fiches F16003 et F22117',
  },
  {
    ...commun,
    code: 'droit_sejour_ue',
    libelle: 'Justificatifs de votre droit au séjour pendant ces cinq ans',
    condition: { tous: [CITOYEN, CINQ_ANS] },
    mode: {
      sorte: 'au_moins_un',
      choix: [
        'Travail : contrats ou attestations d’emploi',
        'Études : inscriptions, assurance maladie et ressources',
        'Sans activité : bulletins de pension ou relevés bancaires',
      ],
    },
    source: 'CESEDA L.233-1, L.234-1 ; fiches F16003, F22116 et F22117',
  },
  {
    ...commun,
    code: 'fin_activite_ue',
    libelle: 'Justificatifs de votre retraite et de votre travail',
    condition: { champ: 'voie_permanent', parmi: ['retraite'] },
    mode: {
      sorte: 'tous',
      elements: [
        { code: 'douze_mois', document: 'Attestation d’emploi ou d’activité pour les douze derniers mois' },
        { code: 'trois_ans', document: 'Justificatifs de votre droit au séjour comme travailleur depuis plus de trois ans' },
      ],
    },
    source: 'CESEDA R.234-4 1° et 2° ; fiche F16003',
  },
  {
    ...commun,
    code: 'incapacite_ue',
    libelle: 'Justificatifs de l’incapacité permanente',
    aide: 'Ne joignez aucun document médical : la décision qui reconnaît l’incapacité ou la rente suffit.',
    condition: { champ: 'voie_permanent', parmi: ['incapacite'] },
    mode: {
      sorte: 'au_moins_un',
      choix: [
        'Décision d’incapacité et justificatifs de votre droit au séjour depuis plus de deux ans',
        'Décision de rente d’accident du travail ou de maladie professionnelle',
      ],
    },
    source: 'CESEDA R.234-4 3° et 4° ; fiche F16003',
  },
  {
    ...commun,
    code: 'travail_frontalier',
    libelle: 'Justificatifs de trois ans de travail et de votre résidence en France',
    condition: { champ: 'voie_permanent', parmi: ['transfrontalier'] },
    mode: { sorte: 'au_moins_un', choix: ['Contrats ou attestations d’emploi', 'Justificatifs du retour en France chaque semaine'] },
    source: 'CESEDA R.234-4 5° ; fiche F16003',
  },
  {
    ...commun,
    code: 'droit_travailleur_ue',
    libelle: 'Droit du travailleur que vous accompagnez, ou son décès',
    condition: { champ: 'voie_permanent', parmi: ['famille_travailleur'] },
    mode: {
      sorte: 'au_moins_un',
      choix: [
        'Pension de retraite ou décision d’incapacité du travailleur',
        'Acte de décès et attestation de son emploi',
        'Certificat d’accident du travail ou de maladie professionnelle',
      ],
    },
    source: 'CESEDA R.234-6 ; fiche F19315',
  },
];

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2022-09-01',
  source: 'Fiches F16003, F19315, F22116 et F22117 de service-public.fr ; CESEDA R.234-1 à R.234-6',
  raison: 'Liste d’ouverture',
  pieces: [
    ephoto,
    identiteFamilleUe,
    domicileUe,
    ...preuves,
    lienFamilial(DE_LA_FAMILLE),
    droitAccueillant('Pour les cinq années précédentes.', { tous: [DE_LA_FAMILLE, CINQ_ANS] }),
  ],
};

export const v1: Procedure = {
  ...CARTE_UE,
  slug: 'ue-sejour-permanent',
  code: 'UE-PERM-1',
  nom: 'Citoyen UE/EEE/Suisse, séjour permanent – première demande',
  titreListe: 'PREMIERE DEMANDE DE CARTE DE SÉJOUR CITOYEN UE/EEE/SUISSE - SÉJOUR PERMANENT',
  baseLegale: 'CESEDA L.234-1, L.234-3, R.234-1 à R.234-6',
  sorte: 'premiere_demande',
  public: 'Vous êtes citoyen européen, ou de sa famille, et vous vivez en France depuis cinq ans.',
  acces: { sorte: 'sans_titre' },
  ouverture: OUVERTURE_UE,
  fenetre: { sorte: 'libre', article: 'R.234-1' },
  situation: [
    'Vous sollicitez pour la première fois une carte de séjour',
    'Vous êtes citoyen de l’Union européenne, de l’Espace économique européen ou suisse',
    'Vous vivez en France depuis cinq ans, ou vous avez droit au séjour permanent',
  ],
  titreDelivre: {
    libelle: 'Carte de séjour « Citoyen UE/EEE/Suisse – Séjour permanent – Toutes activités professionnelles »',
    duree: '10 ans',
    selon: [
      {
        si: NON_EUROPEEN,
        libelle: 'Carte de séjour « Directive 2004/38/CE – Séjour permanent – Toutes activités professionnelles »',
      },
    ],
  },
  provenance: { source: 'CESEDA L.234-1, R.234-1 à R.234-6 ; fiches de service-public.fr', certitude: 'P', dateSource: '2020-10-28' },
  etapes: sixEtapes(
    {
      entete: 'Maintenant, nous allons vous demander de renseigner votre situation en France',
      sections: [droit, enfants, attestationsUnion],
    },
    informationsUnion,
  ),
  listes: [liste],
  exemple: {
    reponses: { ...ana, sanctions_connues: 'oui', date_entree_france: '2019-04-01', qualite_ue: 'citoyen', voie_permanent: 'cinq_ans' },
    variantes: {},
  },
};
