// Conjoint de Français, renouvellement: the visa or the card of one year becomes a card of two years (L.411-4 10°, L.433-4), or of ten
// years after three years of marriage (L.423-6, R.423-1). Algerians: ten years after one year of marriage (accord, art. 7 bis).
import type { ListeDePieces, Procedure } from '#domain/procedure/definition.ts';
import { RENOUVELLEMENT } from '../blocs/cadre-famille.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { grace, titulaire } from '../blocs/exemples-famille.ts';
import { attestations, enfants, identiteProche } from '../blocs/famille.ts';
import { choixDixAns, DIX_ANS, piecesIntegration, residenceHabituelle } from '../blocs/integration.ts';
import { contratEngagement, domicile, ephoto, nationalite, nationaliteFrancaise } from '../blocs/pieces.ts';
import {
  certificatMedicalApresVisa,
  EXONERE_APRES_RUPTURE,
  etatCivilFamille,
  mariage,
  rupture,
  SANS_EXONERATION,
  timbreDe,
  vieCommune,
} from '../blocs/pieces-famille.ts';
import { etatCivil, titreActuel } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN, NON_ALGERIEN, OUVERTURE_2023 } from '../blocs/regles.ts';
import { mariageAvecFrancais } from '../blocs/vie-commune.ts';

const APRES_VISA = { champ: 'titre_type', parmi: ['vls_ts_conjoint'] } as const;

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2026-01-01',
  source: 'CESEDA annexe 10, L.433-1, L.433-4 et R.412-1 ; liste ministérielle de mai 2021',
  raison: 'Liste d’ouverture, avec les conditions d’intégration de la loi du 26 janvier 2024',
  pieces: [
    ephoto,
    titreActuel,
    nationalite,
    // a visa is not a carte de séjour: annexe 10, point 1
    { ...etatCivil, condition: APRES_VISA },
    domicile,
    mariage,
    nationaliteFrancaise('nationalite_conjoint', 'Justificatif de nationalité française du conjoint'),
    vieCommune,
    rupture,
    etatCivilFamille({ champ: 'enfants_a_charge', parmi: ['oui'] }),
    ...piecesIntegration({ champ: 'titre_type', parmi: ['vls_ts_conjoint', 'conjoint_temporaire'] }),
    residenceHabituelle({ champ: 'titre_type', parmi: ['conjoint_pluriannuelle'] }),
    contratEngagement,
    timbreDe(
      { tous: [SANS_EXONERATION, { un: [NON_ALGERIEN, { champ: 'demande_resident', parmi: ['non'] }] }] },
      'CESEDA L.436-1, L.436-7, L.436-8 ; fiche F2257 (certificat de dix ans gratuit)',
    ),
    certificatMedicalApresVisa('vls_ts_conjoint'),
  ],
};

export const v1: Procedure = {
  ...RENOUVELLEMENT,
  slug: 'conjoint-de-francais-renouvellement',
  code: 'VPF-CJT-FR-R',
  nom: 'Conjoint de Français – renouvellement',
  titreListe: 'RENOUVELLEMENT DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - CONJOINT DE FRANÇAIS',
  famille: 'famille_de_francais',
  baseLegale:
    'CESEDA L.423-1 à L.423-6, L.433-1, L.433-4, R.423-1 ; accord franco-algérien, art. 6-2 et 7 bis ; accord franco-tunisien, art. 10',
  public: 'Votre titre de conjoint de Français, ou votre visa de long séjour valant titre de séjour, arrive à sa fin.',
  acces: { sorte: 'titre', titres: ['vls_ts_conjoint', 'conjoint_temporaire', 'conjoint_pluriannuelle', 'algerien_conjoint'] },
  ouverture: OUVERTURE_2023,
  titreDelivre: {
    libelle: 'Carte de séjour pluriannuelle « vie privée et familiale »',
    duree: '2 ans',
    selon: [
      { si: { tous: [ALGERIEN, DIX_ANS] }, libelle: 'Certificat de résidence algérien', duree: '10 ans' },
      { si: ALGERIEN, libelle: 'Certificat de résidence algérien « vie privée et familiale »', duree: '1 an' },
      { si: DIX_ANS, libelle: 'Carte de résident', duree: '10 ans' },
    ],
  },
  commission: 'L.432-13 1°',
  tarif: 'normal_renouvellement',
  tarifSelon: [EXONERE_APRES_RUPTURE, { si: { tous: [ALGERIEN, DIX_ANS] }, tarif: 'gratuit' }],
  agdref: ['9805', '1501'],
  provenance: { source: 'CESEDA L.423-6, L.433-4 ; liste ministérielle de mai 2021 ; fiche F2209', certitude: 'D', dateSource: '2021-05' },
  etapes: quatreEtapes({
    titre: 'Votre couple et votre famille',
    sections: [
      {
        code: 'conjoint_francais',
        titre: 'Informations personnelles du conjoint français',
        provenance: { source: 'CESEDA L.423-3, L.423-6', certitude: 'X', dateSource: '2026-04-03' },
        champs: identiteProche('conjoint'),
      },
      mariageAvecFrancais,
      enfants,
      choixDixAns(
        'Après trois ans de mariage et trois ans de séjour régulier. Algériens et Tunisiens : après un an de mariage.',
        'CESEDA L.423-6 et R.423-1 ; accord franco-algérien, art. 7 bis ; accord franco-tunisien, art. 10',
      ),
      attestations,
    ],
  }),
  listes: [liste],
  exemple: {
    reponses: {
      ...grace,
      ...titulaire('5999000004', 'vls_ts_conjoint', '2026-02-21', '2027-02-20'),
      demande_resident: 'non',
    },
    variantes: { domicile: 'personnel' },
  },
};
