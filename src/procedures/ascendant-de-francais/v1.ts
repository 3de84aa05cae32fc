// Ascendant à charge d'un Français ou de son conjoint, première demande: CESEDA L.423-11; Algeria: accord, art. 7 bis b; Tunisia: art. 10-1 b.
import type { ListeDePieces, PieceDemandee, Procedure, Section } from '#domain/procedure/definition.ts';
import { PREMIERE_DEMANDE } from '../blocs/cadre-famille.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { joao } from '../blocs/exemples-famille.ts';
import { attestations, enfants, identiteProche, liensFamiliaux } from '../blocs/famille.ts';
import {
  certificatMedical,
  contratEngagement,
  domicile,
  ephoto,
  nationalite,
  nationaliteFrancaise,
  sejourRegulier,
  visaLongSejour,
} from '../blocs/pieces.ts';
import { etatCivilFamille, timbreDe } from '../blocs/pieces-famille.ts';
import { etatCivil } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN, DEUX_MOIS_APRES_ENTREE, NON_ALGERIEN, OUVERTURE_2023 } from '../blocs/regles.ts';

const PAR_L_ENFANT = { champ: 'a_charge_de', parmi: ['enfant'] } as const;
const PAR_LE_CONJOINT = { champ: 'a_charge_de', parmi: ['conjoint_enfant'] } as const;

const descendant: Section = {
  code: 'descendant_francais',
  titre: 'La personne française qui vous prend en charge',
  provenance: { source: 'Arbre de situation du guide 2022 ; CESEDA L.423-11', certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    {
      code: 'a_charge_de',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Qui vous prend en charge ?',
      requis: true,
      options: [
        { code: 'enfant', libelle: 'Mon enfant français majeur' },
        { code: 'conjoint_enfant', libelle: 'Le conjoint français de mon enfant' },
      ],
    },
    ...identiteProche('descendant'),
  ],
};

const commun = { groupe: 'Motif de séjour', requis: true, moment: 'depot', certitude: 'D', dateSource: '2021-05' } as const;

const prisEnCharge: readonly PieceDemandee[] = [
  {
    ...commun,
    code: 'lien_ascendant',
    libelle: 'Acte de naissance de votre enfant',
    mode: { sorte: 'unique', document: 'Acte de naissance de votre enfant, copie intégrale ou extrait avec filiation' },
    source: 'CESEDA L.423-11 ; liste ministérielle de mai 2021 ; fiche F2208 (2020)',
  },
  {
    ...commun,
    code: 'mariage_enfant',
    libelle: 'Mariage de votre enfant avec la personne française',
    condition: PAR_LE_CONJOINT,
    mode: { sorte: 'un_parmi', choix: ['Acte de mariage', 'Livret de famille'] },
    source: 'CESEDA L.423-11 ; liste ministérielle de mai 2021',
  },
  {
    ...commun,
    code: 'charge_asc',
    libelle: 'Justificatifs que votre enfant ou son conjoint vous prend en charge',
    mode: {
      sorte: 'au_moins_un',
      choix: [
        'Avis d’imposition',
        'Bulletins de salaire',
        'Attestations bancaires',
        'Attestation d’hébergement, bail ou titre de propriété',
        'Tout autre justificatif',
      ],
    },
    source: 'CESEDA L.423-11 ; liste ministérielle de mai 2021 ; fiche F2208 (2020)',
  },
  {
    ...commun,
    code: 'abs_ress_asc',
    libelle: 'Justificatifs de vos ressources ou de leur absence',
    mode: {
      sorte: 'au_moins_un',
      choix: [
        'Pensions de retraite ou autres prestations, avec leur montant',
        'Relevés de compte',
        'Virements réguliers de votre enfant',
        'Attestation du consulat sur votre isolement et les moyens de vos autres enfants',
        'Déclaration que vous n’avez pas d’autre enfant qui puisse vous accueillir dans votre pays',
        'Tout autre justificatif',
      ],
    },
    source: 'CESEDA L.423-11 ; liste ministérielle de mai 2021 ; fiche F2208 (2020)',
  },
];

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA annexe 10, L.423-11 et R.412-1 ; liste ministérielle de mai 2021',
  raison: 'Liste d’ouverture',
  pieces: [
    ephoto,
    nationalite,
    etatCivil,
    { ...visaLongSejour, source: 'CESEDA L.423-11', certitude: 'L', dateSource: '2026-04-03' },
    sejourRegulier,
    domicile,
    { ...nationaliteFrancaise('nationalite_enfant', 'Justificatif de nationalité française de votre enfant'), condition: PAR_L_ENFANT },
    {
      ...nationaliteFrancaise('nationalite_conjoint_enfant', 'Justificatif de nationalité française du conjoint de votre enfant'),
      condition: PAR_LE_CONJOINT,
    },
    ...prisEnCharge,
    etatCivilFamille({
      un: [
        { champ: 'situation_familiale', parmi: ['marie'] },
        { champ: 'enfants_a_charge', parmi: ['oui'] },
      ],
    }),
    contratEngagement,
    timbreDe(NON_ALGERIEN, 'CESEDA L.436-1 et L.436-7 ; fiche F2257 (certificat de dix ans gratuit)'),
    certificatMedical,
  ],
};

export const v1: Procedure = {
  ...PREMIERE_DEMANDE,
  slug: 'ascendant-de-francais',
  code: 'VPF-ASC-FR-1',
  nom: 'Ascendant à charge de Français – première demande',
  titreListe: 'PREMIERE DEMANDE DE CARTE DE RÉSIDENT - ASCENDANT À CHARGE DE FRANÇAIS OU DE SON CONJOINT',
  famille: 'famille_de_francais',
  baseLegale: 'CESEDA L.423-11 ; accord franco-algérien, art. 7 bis b ; accord franco-tunisien, art. 10-1 b',
  public: 'Vous êtes à la charge de votre enfant français majeur, ou de son conjoint français.',
  ouverture: OUVERTURE_2023,
  fenetre: DEUX_MOIS_APRES_ENTREE,
  situation: [
    'Vous sollicitez pour la première fois un titre de séjour',
    'Vous êtes un membre de famille d’un citoyen français',
    'Vous êtes à la charge de votre enfant français majeur (+ de 18 ans) ou de son conjoint français',
  ],
  titreDelivre: {
    libelle: 'Carte de résident',
    duree: '10 ans',
    selon: [{ si: ALGERIEN, libelle: 'Certificat de résidence algérien' }],
  },
  commission: 'L.432-13 2°',
  travailPendantInstruction: { article: 'R.431-15-2' },
  tarif: 'normal',
  tarifSelon: [{ si: ALGERIEN, tarif: 'gratuit' }],
  agdref: ['1502'],
  provenance: { source: 'CESEDA L.423-11 ; liste ministérielle de mai 2021 ; fiche F2208', certitude: 'D', dateSource: '2021-05' },
  etapes: sixEtapes({
    entete: 'Maintenant, nous allons vous demander de renseigner les informations personnelles de votre accueillant français',
    sections: [descendant, liensFamiliaux, enfants, attestations],
  }),
  listes: [liste],
  exemple: { reponses: joao, variantes: { domicile: 'particulier' } },
};
