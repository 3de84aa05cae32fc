// Regroupement familial, renouvellement: four years (L.411-4, L.433-4), or ten after three years of residence with a holder of a carte de
// résident (L.423-16, R.423-4). A separation may be held against the spouse for three years only, never after violence (L.423-17, L.423-18).
import type { ListeDePieces, Procedure } from '#domain/procedure/definition.ts';
import { OUVERTURE_JUIN_2023, RENOUVELLEMENT } from '../blocs/cadre-famille.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { nilani, titulaire } from '../blocs/exemples-famille.ts';
import { attestations, enfants, liensSansEntree } from '../blocs/famille.ts';
import { choixDixAns, DIX_ANS, piecesIntegration, residenceHabituelle } from '../blocs/integration.ts';
import { contratEngagement, domicile, ephoto, nationalite } from '../blocs/pieces.ts';
import {
  certificatMedicalApresVisa,
  EXONERE_APRES_VIOLENCES,
  ruptureRegroupement,
  SANS_EXONERATION,
  timbreDe,
  vieCommune,
} from '../blocs/pieces-famille.ts';
import { etatCivil, titreActuel } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN } from '../blocs/regles.ts';
import { ENFANT, personneRejointe, titreRejoint } from '../blocs/regroupement.ts';
import { vieCommuneRegroupement } from '../blocs/vie-commune.ts';

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
    { ...etatCivil, condition: { champ: 'titre_type', parmi: ['vls_ts_regroupement'] } },
    domicile,
    titreRejoint,
    vieCommune,
    ruptureRegroupement,
    ...piecesIntegration({ champ: 'titre_type', parmi: ['vls_ts_regroupement', 'regroupement_temporaire'] }),
    residenceHabituelle({ champ: 'titre_type', parmi: ['regroupement_pluriannuelle'] }),
    contratEngagement,
    timbreDe({ un: [ENFANT, SANS_EXONERATION] }, 'CESEDA L.436-1, al. 2, L.436-7, L.436-8'),
    certificatMedicalApresVisa('vls_ts_regroupement'),
  ],
};

export const v1: Procedure = {
  ...RENOUVELLEMENT,
  slug: 'regroupement-familial-renouvellement',
  code: 'VPF-RGF-R',
  nom: 'Regroupement familial – renouvellement',
  titreListe: 'RENOUVELLEMENT DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - REGROUPEMENT FAMILIAL',
  famille: 'regroupement_familial',
  baseLegale: 'CESEDA L.423-14 à L.423-18, L.433-1, L.433-4, R.423-4 ; accord franco-algérien, art. 7 et 7 bis',
  public: 'Votre titre obtenu par le regroupement familial, ou votre visa de long séjour valant titre de séjour, arrive à sa fin.',
  acces: {
    sorte: 'titre',
    titres: ['vls_ts_regroupement', 'regroupement_temporaire', 'regroupement_pluriannuelle', 'algerien_regroupement'],
  },
  ouverture: OUVERTURE_JUIN_2023,
  titreDelivre: {
    libelle: 'Carte de séjour pluriannuelle « vie privée et familiale »',
    duree: '4 ans',
    selon: [
      { si: { tous: [ALGERIEN, DIX_ANS] }, libelle: 'Certificat de résidence algérien', duree: '10 ans' },
      { si: ALGERIEN, libelle: 'Certificat de résidence algérien « vie privée et familiale »', duree: '1 an' },
      { si: DIX_ANS, libelle: 'Carte de résident', duree: '10 ans' },
    ],
  },
  commission: 'L.432-13 1°',
  tarif: 'reduit_renouvellement',
  tarifSelon: [EXONERE_APRES_VIOLENCES, { si: { tous: [ALGERIEN, DIX_ANS] }, tarif: 'gratuit' }],
  agdref: ['9801', '9802', '1505'],
  provenance: { source: 'CESEDA L.423-16, L.423-17, L.433-4 ; liste ministérielle de mai 2021', certitude: 'D', dateSource: '2021-05' },
  etapes: quatreEtapes({
    titre: 'Votre famille',
    sections: [
      personneRejointe(vieCommuneRegroupement),
      liensSansEntree,
      enfants,
      choixDixAns(
        'Après trois ans de résidence régulière, si la personne rejointe a une carte de résident.',
        'CESEDA L.423-16 et R.423-4 ; accord franco-algérien, art. 7 bis',
      ),
      attestations,
    ],
  }),
  listes: [liste],
  exemple: {
    reponses: { ...nilani, ...titulaire('5999000021', 'vls_ts_regroupement', '2026-03-03', '2027-03-02'), demande_resident: 'non' },
    variantes: { domicile: 'personnel' },
  },
};
