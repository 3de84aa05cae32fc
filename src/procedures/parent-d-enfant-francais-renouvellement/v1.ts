// Parent d'enfant français, renouvellement: two years (L.411-4 10°), or ten after three years of cards (L.423-10, R.423-3). That the child
// has come of age is no obstacle (L.423-9). Algerians: ten years at the end of the certificate of one year (accord, art. 7 bis).
import type { ListeDePieces, Procedure } from '#domain/procedure/definition.ts';
import { RENOUVELLEMENT } from '../blocs/cadre-famille.ts';
import { enfantFrancais, piecesEnfantFrancais, REGIMES_TITULAIRE } from '../blocs/enfant-francais.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { aissatou, titulaire } from '../blocs/exemples-famille.ts';
import { attestations, enfants } from '../blocs/famille.ts';
import { choixDixAns, DIX_ANS, piecesIntegration, residenceHabituelle } from '../blocs/integration.ts';
import { contratEngagement, domicile, ephoto, nationalite } from '../blocs/pieces.ts';
import { timbreDe } from '../blocs/pieces-famille.ts';
import { titreActuel } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN, NON_ALGERIEN, OUVERTURE_2023 } from '../blocs/regles.ts';

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2026-01-01',
  source: 'CESEDA annexe 10, L.433-1, L.433-4 et R.412-1 ; liste ministérielle de mai 2021',
  raison: 'Liste d’ouverture, avec les conditions d’intégration de la loi du 26 janvier 2024',
  pieces: [
    ephoto,
    titreActuel,
    nationalite,
    domicile,
    ...piecesEnfantFrancais(REGIMES_TITULAIRE),
    ...piecesIntegration({ champ: 'titre_type', parmi: ['parent_temporaire'] }),
    residenceHabituelle({ champ: 'titre_type', parmi: ['parent_pluriannuelle'] }),
    contratEngagement,
    timbreDe(NON_ALGERIEN, 'CESEDA L.436-1 et L.436-7 ; fiche F2257 (certificat de dix ans gratuit)'),
  ],
};

export const v1: Procedure = {
  ...RENOUVELLEMENT,
  slug: 'parent-d-enfant-francais-renouvellement',
  code: 'VPF-PEF-R',
  nom: 'Parent d’enfant français – renouvellement',
  titreListe: 'RENOUVELLEMENT DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - PARENT D’ENFANT FRANÇAIS',
  famille: 'famille_de_francais',
  baseLegale: 'CESEDA L.423-7 à L.423-10, L.433-1, L.433-4, R.423-3 ; accord franco-algérien, art. 7 bis ; accord franco-tunisien, art. 10',
  public: 'Votre titre de parent d’enfant français arrive à sa fin, même si votre enfant a maintenant 18 ans.',
  acces: { sorte: 'titre', titres: ['parent_temporaire', 'parent_pluriannuelle', 'algerien_parent'] },
  ouverture: OUVERTURE_2023,
  titreDelivre: {
    libelle: 'Carte de séjour pluriannuelle « vie privée et familiale »',
    duree: '2 ans',
    selon: [
      { si: ALGERIEN, libelle: 'Certificat de résidence algérien', duree: '10 ans' },
      { si: DIX_ANS, libelle: 'Carte de résident', duree: '10 ans' },
    ],
  },
  commission: 'L.432-13 1°',
  tarif: 'normal_renouvellement',
  tarifSelon: [{ si: ALGERIEN, tarif: 'gratuit' }],
  agdref: ['9807', '1503'],
  provenance: { source: 'CESEDA L.423-9, L.423-10 ; liste ministérielle de mai 2021 ; fiche F2209', certitude: 'D', dateSource: '2021-05' },
  etapes: quatreEtapes({
    titre: 'Votre enfant français et votre famille',
    sections: [
      enfantFrancais,
      enfants,
      choixDixAns(
        'Après trois ans de carte. Les Algériens la reçoivent à la fin de leur certificat d’un an ; les Tunisiens en séjour régulier, sans attendre trois ans.',
        'CESEDA L.423-10 et R.423-3 ; accord franco-algérien, art. 7 bis ; accord franco-tunisien, art. 10',
      ),
      attestations,
    ],
  }),
  listes: [liste],
  exemple: {
    reponses: {
      ...aissatou,
      ...titulaire('5999000005', 'parent_temporaire', '2026-03-02', '2027-03-01'),
      demande_resident: 'non',
    },
    variantes: { domicile: 'personnel' },
  },
};
