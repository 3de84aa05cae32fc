// Citoyen de l'Union, de l'EEE ou de Suisse: the card that nobody must hold (L.231-1), for who works (R.233-11), does not (R.233-12) or studies
// (R.233-13), before five years of residence. Its renewal follows the same form.
import type { ListeDePieces, Procedure } from '#domain/procedure/definition.ts';
import { CARTE_UE, OUVERTURE_UE } from '../blocs/cadre-union.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { ana } from '../blocs/exemples-famille.ts';
import { attestationsUnion, enfants } from '../blocs/famille.ts';
import { ephoto } from '../blocs/pieces.ts';
import { ancienneCarte, domicileUe, identiteUe, piecesDroitCitoyen } from '../blocs/pieces-union.ts';
import { dateArrivee, EUROPEENS_SEULEMENT, informationsUnion, situationDe } from '../blocs/union.ts';

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2022-09-01',
  source: 'CESEDA R.233-11 à R.233-13 ; fiches F16003, F22116 et F22117 de service-public.fr',
  raison: 'Liste d’ouverture',
  pieces: [ephoto, identiteUe, domicileUe, ...piecesDroitCitoyen, ancienneCarte],
};

export const v1: Procedure = {
  ...CARTE_UE,
  slug: 'citoyen-ue',
  code: 'UE-CIT-1',
  nom: 'Citoyen UE/EEE/Suisse – carte facultative',
  titreListe: 'DEMANDE DE CARTE DE SÉJOUR CITOYEN UE/EEE/SUISSE',
  baseLegale: 'CESEDA L.231-1, L.233-1, R.233-7, R.233-11 à R.233-13',
  sorte: 'premiere_demande',
  public: 'Vous êtes citoyen européen et vivez en France depuis moins de cinq ans. Cette carte n’est pas obligatoire.',
  acces: { sorte: 'sans_titre', titres: ['ue_citoyen'] },
  ouverture: OUVERTURE_UE,
  fenetre: { sorte: 'libre', article: 'L.231-1' },
  situation: [
    'Vous sollicitez une carte de séjour facultative',
    'Vous êtes citoyen de l’Union européenne, de l’Espace économique européen ou suisse',
  ],
  titreDelivre: {
    libelle: 'Carte de séjour « Citoyen UE/EEE/Suisse – Toutes activités professionnelles »',
    duree: 'la durée de votre activité et six mois, au plus 5 ans',
    selon: [
      {
        si: { champ: 'situation_ue', parmi: ['etudiant'] },
        libelle: 'Carte de séjour « Citoyen UE/EEE/Suisse – Étudiant »',
        duree: 'la fin de vos études, au plus 5 ans',
      },
      {
        si: { champ: 'situation_ue', parmi: ['inactif'] },
        libelle: 'Carte de séjour « Citoyen UE/EEE/Suisse – Non actif »',
        duree: 'selon vos ressources, au plus 5 ans',
      },
    ],
  },
  provenance: { source: 'CESEDA R.233-11 à R.233-13', certitude: 'L', dateSource: '2026-04-03' },
  etapes: sixEtapes(
    {
      entete: 'Maintenant, nous allons vous demander de renseigner votre situation en France',
      sections: [
        {
          code: 'situation_ue',
          titre: 'Votre situation en France',
          provenance: { source: 'CESEDA L.233-1, R.233-7, R.233-11 à R.233-13', certitude: 'X', dateSource: '2026-04-03' },
          champs: [{ ...situationDe('situation_ue', 'Quelle est votre situation aujourd’hui ?'), arret: EUROPEENS_SEULEMENT }, dateArrivee],
        },
        enfants,
        attestationsUnion,
      ],
    },
    informationsUnion,
  ),
  listes: [liste],
  exemple: {
    reponses: {
      ...ana,
      nom_naissance: 'TESTROSSI',
      prenoms: ['Giulia'],
      date_naissance: '1998-11-03',
      pays_naissance: 'IT',
      lieu_naissance: 'Turin',
      nationalites: ['IT'],
      email: 'giulia.testrossi@example.org',
      sanctions_connues: 'oui',
      situation_ue: 'salarie',
      date_entree_france: '2025-01-06',
    },
    variantes: {},
  },
};
