// Parent d'enfant français, première demande: CESEDA L.423-7, L.423-8. No long-stay visa (L.412-2 2°), no medical certificate (R.431-18).
import type { ListeDePieces, Procedure } from '#domain/procedure/definition.ts';
import { PREMIERE_DEMANDE, TRAVAIL_AVEC_API } from '../blocs/cadre-famille.ts';
import { enfantFrancais, piecesEnfantFrancais, REGIMES_PREMIERE, sejourDesTunisiens, TUNISIEN_REGULIER } from '../blocs/enfant-francais.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { aissatou } from '../blocs/exemples-famille.ts';
import { attestations, enfants, liensFamiliaux } from '../blocs/famille.ts';
import { contratEngagement, domicile, ephoto, nationalite, sejourRegulier, timbre } from '../blocs/pieces.ts';
import { etatCivilFamille } from '../blocs/pieces-famille.ts';
import { etatCivil } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN, DEUX_MOIS_APRES_ENTREE, OUVERTURE_2023 } from '../blocs/regles.ts';

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA annexe 10, L.423-7, L.423-8 et R.412-1 ; liste ministérielle de mai 2021',
  raison: 'Liste d’ouverture',
  pieces: [
    ephoto,
    nationalite,
    etatCivil,
    {
      ...sejourRegulier,
      condition: TUNISIEN_REGULIER,
      source: 'Accord franco-tunisien, art. 10-1 c',
      certitude: 'G',
      dateSource: '2020-06-23',
    },
    domicile,
    ...piecesEnfantFrancais(REGIMES_PREMIERE),
    etatCivilFamille({
      un: [
        { champ: 'situation_familiale', parmi: ['marie'] },
        { champ: 'enfants_a_charge', parmi: ['oui'] },
      ],
    }),
    contratEngagement,
    timbre,
  ],
};

export const v1: Procedure = {
  ...PREMIERE_DEMANDE,
  slug: 'parent-d-enfant-francais',
  code: 'VPF-PEF-1',
  nom: 'Parent d’enfant français – première demande',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - PARENT D’ENFANT FRANÇAIS',
  famille: 'famille_de_francais',
  baseLegale: 'CESEDA L.423-7, L.423-8, L.412-2 2° ; accord franco-algérien, art. 6-4 ; accord franco-tunisien, art. 10-1 c',
  public: 'Vous êtes le père ou la mère d’un enfant français de moins de 18 ans qui habite en France.',
  ouverture: OUVERTURE_2023,
  fenetre: DEUX_MOIS_APRES_ENTREE,
  situation: [
    'Vous sollicitez pour la première fois un titre de séjour',
    'Vous êtes un membre de famille d’un citoyen français',
    'Vous êtes le père ou la mère d’un enfant français mineur (- de 18 ans) résident en France',
  ],
  titreDelivre: {
    libelle: 'Carte de séjour temporaire « vie privée et familiale »',
    duree: '1 an',
    selon: [
      { si: ALGERIEN, libelle: 'Certificat de résidence algérien « vie privée et familiale »' },
      { si: TUNISIEN_REGULIER, libelle: 'Carte de résident (accord franco-tunisien)', duree: '10 ans' },
    ],
  },
  commission: 'L.432-13 1°',
  travailPendantInstruction: TRAVAIL_AVEC_API,
  tarif: 'normal',
  agdref: ['9807'],
  provenance: { source: 'CESEDA L.423-7, L.423-8 ; liste ministérielle de mai 2021 ; fiche F2209', certitude: 'D', dateSource: '2021-05' },
  etapes: sixEtapes({
    entete: 'Maintenant, nous allons vous demander de renseigner les informations sur votre enfant français',
    sections: [enfantFrancais, liensFamiliaux, sejourDesTunisiens, enfants, attestations],
  }),
  listes: [liste],
  exemple: {
    reponses: { ...aissatou, situation_familiale: 'celibataire', date_entree_france: '2021-09-12' },
    variantes: { domicile: 'personnel' },
  },
};
