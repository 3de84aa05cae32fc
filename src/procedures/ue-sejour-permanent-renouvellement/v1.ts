// Séjour permanent d'un citoyen de l'Union, renouvellement (seed 002, S-180 to S-195): L.234-1, R.234-1. The list of the seed is an image:
// the pieces are those of service-public. The right does not depend on the card, so no date closes the request.
import type { ListeDePieces, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { CARTE_UE, OUVERTURE_UE } from '../blocs/cadre-union.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { ana, titulaire } from '../blocs/exemples-famille.ts';
import { enfants } from '../blocs/famille.ts';
import { ephoto } from '../blocs/pieces.ts';
import { carteExpirante, domicileUe, identiteFamilleUe, timbreSansCarte } from '../blocs/pieces-union.ts';

const presence: PieceDemandee = {
  code: 'presence_ue',
  libelle: 'Justificatifs de votre présence en France',
  aide: 'Pour les années qui précèdent votre demande. Une absence de plus de deux ans de suite fait perdre le séjour permanent (CESEDA, art. L. 234-2).',
  groupe: 'Motif de séjour',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'au_moins_un', choix: ['Quittances de loyer ou de charges', 'Factures', 'Avis d’imposition', 'Tout autre document daté'] },
  source: 'CESEDA L.234-2, R.234-3 ; fiches F16003, F22116 et F22117',
  certitude: 'P',
  dateSource: '2020-10-28',
};

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2022-09-01',
  source: 'Fiches F16003, F19315, F22116 et F22117 de service-public.fr (la liste du guide est une image)',
  raison: 'Liste d’ouverture',
  pieces: [ephoto, identiteFamilleUe, domicileUe, presence, carteExpirante, timbreSansCarte],
};

export const v1: Procedure = {
  ...CARTE_UE,
  slug: 'ue-sejour-permanent-renouvellement',
  code: 'UE-PERM-R',
  nom: 'Citoyen UE/EEE/Suisse, séjour permanent – renouvellement',
  titreListe: 'RENOUVELLEMENT DE CARTE DE SÉJOUR CITOYEN UE/EEE/SUISSE - SÉJOUR PERMANENT',
  baseLegale: 'CESEDA L.234-1, L.234-2, R.234-1 à R.234-3',
  sorte: 'renouvellement',
  public:
    'Votre carte de séjour permanent de citoyen européen, ou de sa famille, arrive à sa fin. Demandez-la de préférence deux mois avant.',
  acces: { sorte: 'titre', titres: ['ue_permanent', 'ue_famille_permanent'] },
  ouverture: OUVERTURE_UE,
  fenetre: { sorte: 'libre', article: 'R.234-1' },
  situation: ['Vous êtes titulaire d’un titre de séjour', 'Vous sollicitez le renouvellement de ce titre'],
  titreDelivre: {
    libelle: 'Carte de séjour « Citoyen UE/EEE/Suisse – Séjour permanent – Toutes activités professionnelles »',
    duree: '10 ans',
    selon: [
      {
        si: { champ: 'titre_type', parmi: ['ue_famille_permanent'] },
        libelle: 'Carte de séjour « Directive 2004/38/CE – Séjour permanent – Toutes activités professionnelles »',
      },
    ],
  },
  provenance: { source: 'Guide usager, renouvellement (séjour permanent) ; CESEDA L.234-1', certitude: 'S', dateSource: '2022' },
  etapes: quatreEtapes({ titre: 'Vos liens personnels et familiaux', sections: [enfants] }),
  listes: [liste],
  exemple: { reponses: { ...ana, ...titulaire('5999000006', 'ue_permanent', '2017-02-20', '2027-02-19') }, variantes: {} },
};
