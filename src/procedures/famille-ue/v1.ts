// Membre de la famille d'un citoyen de l'Union: obligatory for a third-country national (L.233-5, R.233-15), optional for a European
// (R.233-14). Delivered within six months (R.233-17); the right exists without the card (R.233-18). Its renewal follows the same form.
import type { ListeDePieces, Procedure } from '#domain/procedure/definition.ts';
import { CARTE_UE, OUVERTURE_FAMILLE_UE } from '../blocs/cadre-union.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { ana } from '../blocs/exemples-famille.ts';
import { attestationsUnion, enfants } from '../blocs/famille.ts';
import { informationsDes16Ans, travailMineur } from '../blocs/minorite.ts';
import { ephoto } from '../blocs/pieces.ts';
import {
  ancienneCarte,
  assuranceSi,
  domicileUe,
  droitAccueillant,
  identiteFamilleUe,
  lienFamilial,
  priseEnCharge,
  ressourcesSi,
} from '../blocs/pieces-union.ts';
import { accueillant, dateArrivee } from '../blocs/union.ts';

/** Who stopped working against their will keeps the quality of worker (R.233-7). */
const SANS_ACTIVITE = { champ: 'citoyen_situation', parmi: ['etudiant', 'inactif'] } as const;

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2023-04-05',
  source: 'CESEDA R.233-14 et R.233-15 ; fiche F19315 de service-public.fr',
  raison: 'Liste d’ouverture',
  pieces: [
    ephoto,
    identiteFamilleUe,
    domicileUe,
    lienFamilial(),
    priseEnCharge,
    droitAccueillant('Selon sa situation aujourd’hui.'),
    ressourcesSi(SANS_ACTIVITE),
    assuranceSi(SANS_ACTIVITE),
    ancienneCarte,
  ],
};

export const v1: Procedure = {
  ...CARTE_UE,
  slug: 'famille-ue',
  code: 'UE-FAM-1',
  nom: 'Membre de famille d’un citoyen UE/EEE/Suisse',
  titreListe: 'DEMANDE DE CARTE DE SÉJOUR DE MEMBRE DE LA FAMILLE D’UN CITOYEN DE L’UNION/EEE/SUISSE',
  baseLegale: 'CESEDA L.200-4, L.200-5, L.233-1 à L.233-5, R.233-14 à R.233-18',
  sorte: 'premiere_demande',
  public: 'Vous accompagnez ou rejoignez en France un citoyen européen de votre famille.',
  acces: { sorte: 'sans_titre', titres: ['ue_famille'] },
  ouverture: OUVERTURE_FAMILLE_UE,
  fenetre: { sorte: 'depuis', champ: 'date_entree_france', mois: 3, ferme: false, article: 'R.233-15' },
  situation: [
    'Vous sollicitez une carte de séjour',
    'Vous êtes membre de famille d’un citoyen de l’Union européenne, de l’Espace économique européen ou suisse',
  ],
  titreDelivre: {
    libelle: 'Carte de séjour « Membre de la famille d’un citoyen de l’Union/EEE/Suisse – Toutes activités professionnelles »',
    duree: '5 ans, ou la durée du séjour prévu si elle est plus courte',
  },
  travailPendantInstruction: {
    article: 'R.233-18',
    precision:
      'Votre droit de séjourner et de travailler en France ne dépend pas de la carte. Elle est délivrée au plus tard six mois après le dépôt (CESEDA, art. R. 233-17).',
  },
  provenance: { source: 'CESEDA R.233-14, R.233-15 ; fiche F19315', certitude: 'L', dateSource: '2026-04-03' },
  etapes: sixEtapes(
    {
      entete: 'Maintenant, nous allons vous demander de renseigner les informations personnelles de votre accueillant européen',
      sections: [
        accueillant,
        {
          code: 'arrivee',
          titre: 'Votre arrivée en France',
          provenance: { source: 'CESEDA R.233-15', certitude: 'X', dateSource: '2026-04-03' },
          champs: [
            {
              ...dateArrivee,
              aide: 'Si vous n’êtes pas européen, la carte se demande dans les trois mois de l’arrivée. Après ce délai, un droit de visa de régularisation peut vous être demandé à la remise de la carte.',
            },
          ],
        },
        enfants,
        travailMineur('la carte de séjour'),
        attestationsUnion,
      ],
    },
    informationsDes16Ans,
  ),
  listes: [liste],
  exemple: {
    reponses: {
      ...ana,
      nom_naissance: 'TESTBAH',
      prenoms: ['Mamadou'],
      sexe: 'masculin',
      date_naissance: '1991-08-24',
      pays_naissance: 'SN',
      lieu_naissance: 'Dakar',
      nationalites: ['SN'],
      email: 'mamadou.testbah@example.org',
      citoyen_nom_naissance: 'TESTPEREIRA',
      citoyen_prenoms: ['Ana'],
      citoyen_sexe: 'feminin',
      citoyen_date_naissance: '1990-05-17',
      citoyen_nationalites: ['PT'],
      citoyen_situation: 'salarie',
      lien_ue: 'conjoint',
      date_entree_france: '2026-10-10',
      sanctions_connues: 'oui',
    },
    variantes: {},
  },
};
