// Pieces asked by several procedures, as the annexe of the guide words them (S-129 to S-137, S-204, S-205).
import type { PieceDemandee } from '#domain/procedure/definition.ts';

const PERSONNELLES = 'Informations personnelles';

export const ephoto: PieceDemandee = {
  code: 'ephoto',
  libelle: 'Photographie d’identité récente',
  aide: 'Si vous disposez d’une photo et d’une signature numériques, veuillez renseigner ci-dessous le numéro ephoto figurant sur votre planche de photos d’identité.',
  groupe: PERSONNELLES,
  sousGroupe: 'État civil',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'code', fournisseur: 'ephoto', libelle: 'Numéro ephoto', confirmer: 'Confirmer le numéro ephoto' },
  source: 'Guide usager 2022, étape 4 ; CESEDA R.431-9',
  certitude: 'S',
  dateSource: '2022-09',
};

export const nationalite: PieceDemandee = {
  code: 'nationalite',
  libelle: 'Justificatif de nationalité',
  groupe: PERSONNELLES,
  sousGroupe: 'État civil',
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Passeport (pages relatives à l’état civil, aux dates de validité, aux cachets d’entrée et aux visas)',
      'Attestation consulaire avec photo',
      'Carte d’identité avec photo',
      'Carte consulaire avec photo',
      'Certificat de nationalité de moins de 6 mois avec photo',
    ],
  },
  source: 'CESEDA annexe 10 ; guide usager 2022, annexe 1',
  certitude: 'S',
  dateSource: '2022-09',
};

export const visaLongSejour: PieceDemandee = {
  code: 'visa_long_sejour',
  libelle: 'Justificatif de visa de long séjour en cours de validité',
  groupe: PERSONNELLES,
  requis: true,
  moment: 'depot',
  condition: { nationalite: { hors: ['DZ', 'TN'] } },
  mode: {
    sorte: 'unique',
    document: 'Copie des pages de votre passeport comportant votre visa long séjour en cours de validité + cachet d’entrée.',
  },
  source: 'CESEDA L.412-1 ; guide usager 2022, cas 1',
  certitude: 'S',
  dateSource: '2022-09',
};

export const sejourRegulier: PieceDemandee = {
  code: 'sejour_regulier',
  libelle: 'Justificatif de séjour régulier',
  groupe: PERSONNELLES,
  requis: true,
  moment: 'depot',
  condition: { nationalite: { parmi: ['DZ', 'TN'] } },
  mode: {
    sorte: 'unique',
    document:
      'Tout document prouvant la régularité de votre séjour, sauf mineur. Si vous êtes mineur, tout document prouvant votre présence en France.',
  },
  source: 'Accord franco-algérien de 1968 ; accord franco-tunisien ; guide usager 2022, cas 2',
  certitude: 'S',
  dateSource: '2022-09',
};

export const domicile: PieceDemandee = {
  code: 'domicile',
  libelle: 'Justificatif de domicile datant de moins de 6 mois',
  groupe: 'Domiciliation',
  requis: true,
  moment: 'depot',
  validiteMois: 6,
  mode: {
    sorte: 'variante',
    question: 'Où habitez-vous ?',
    variantes: [
      {
        code: 'personnel',
        libelle: 'Dans mon propre logement (locataire ou propriétaire)',
        mode: {
          sorte: 'un_parmi',
          choix: [
            'Une facture d’électricité, gaz, eau, internet, fixe ou mobile',
            'Une copie du bail de location',
            'Une copie d’une quittance de loyer ou de taxe d’habitation',
          ],
        },
      },
      {
        code: 'hotel',
        libelle: 'À l’hôtel',
        mode: {
          sorte: 'tous',
          elements: [
            { code: 'attestation_hotelier', document: 'Une attestation de l’hôtelier' },
            { code: 'facture_hotel', document: 'Une copie de la facture du dernier mois' },
          ],
        },
      },
      {
        code: 'particulier',
        libelle: 'Chez un particulier qui m’héberge',
        mode: {
          sorte: 'tous',
          elements: [
            { code: 'attestation_hebergeant', document: 'Une attestation de l’hébergeant datée et signée' },
            { code: 'identite_hebergeant', document: 'Une copie de sa carte nationale d’identité ou de sa carte de séjour' },
            {
              code: 'domicile_hebergeant',
              document:
                'Un justificatif de domicile de l’hébergeant si l’adresse inscrite sur sa carte d’identité ou sa carte de séjour n’est plus à jour',
              siConcerne: true,
            },
          ],
        },
      },
    ],
  },
  source: 'CESEDA annexe 10 ; guide usager 2022, annexe 1',
  certitude: 'S',
  dateSource: '2022-09',
};

/** Since July 2024 (R.412-1); a title under the Algerian agreement is outside L.412-7 (to be confirmed). */
export const contratEngagement: PieceDemandee = {
  code: 'contrat_engagement',
  libelle: 'Contrat d’engagement à respecter les principes de la République',
  groupe: PERSONNELLES,
  requis: true,
  moment: 'depot',
  condition: { nationalite: { hors: ['DZ'] } },
  mode: { sorte: 'formulaire_signe', modele: 'contrat-engagement', document: 'Le contrat d’engagement daté et signé de votre main' },
  source: 'CESEDA L.412-7, R.412-1, annexe 12',
  certitude: 'L',
  dateSource: '2026-04-03',
};

export const timbre: PieceDemandee = {
  code: 'timbre',
  libelle: 'Timbre fiscal électronique',
  aide: 'Le montant vous sera indiqué au moment de la remise du titre.',
  groupe: 'À la remise du titre',
  requis: true,
  moment: 'remise',
  mode: { sorte: 'unique', document: 'Le numéro du timbre fiscal électronique' },
  source: 'CESEDA L.436-1, R.436-3',
  certitude: 'S',
  dateSource: '2022-09',
};

export const certificatMedical: PieceDemandee = {
  code: 'certificat_medical',
  libelle: 'Certificat médical délivré par l’OFII',
  groupe: 'À la remise du titre',
  requis: true,
  moment: 'remise',
  mode: { sorte: 'unique', document: 'Le certificat remis par l’OFII' },
  source: 'CESEDA R.431-11 et annexe 10',
  certitude: 'D',
  dateSource: '2021-05',
};

export const nationaliteFrancaise = (code: string, libelle: string): PieceDemandee => ({
  code,
  libelle,
  groupe: 'Motif de séjour',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'un_parmi', choix: ['Passeport', 'Carte nationale d’identité', 'Certificat de nationalité française de moins de 6 mois'] },
  source: 'CESEDA annexe 10 ; guide usager 2022, annexe 1',
  certitude: 'S',
  dateSource: '2022-09',
});
