// Conjoint de Français, première demande: CESEDA L.423-1 and L.423-2 (entered regularly, married in France, six months together).
// The sister guide is not among our sources: fields of step 3 are inferred (X) from the one of « enfant de Français ».
import type { ListeDePieces, Procedure, Section } from '#domain/procedure/definition.ts';
import { PREMIERE_DEMANDE } from '../blocs/cadre-famille.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { grace } from '../blocs/exemples-famille.ts';
import { attestations, dateEntree, enfants, identiteProche } from '../blocs/famille.ts';
import {
  certificatMedical,
  contratEngagement,
  domicile,
  ephoto,
  nationalite,
  nationaliteFrancaise,
  visaLongSejour,
} from '../blocs/pieces.ts';
import {
  EXONERE_APRES_RUPTURE,
  entreeReguliere,
  etatCivilFamille,
  mariage,
  rupture,
  SANS_EXONERATION,
  timbreDe,
  vieCommune,
} from '../blocs/pieces-famille.ts';
import { etatCivil } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN, DEUX_MOIS_APRES_ENTREE, NON_ALGERIEN, OUVERTURE_2023 } from '../blocs/regles.ts';
import { mariageAvecFrancais } from '../blocs/vie-commune.ts';

const VISA = { champ: 'fondement_conjoint', parmi: ['visa'] } as const;
const SANS_VISA = { champ: 'fondement_conjoint', parmi: ['entree_reguliere'] } as const;

const entree: Section = {
  code: 'entree',
  titre: 'Votre entrée en France',
  provenance: { source: 'CESEDA L.412-1, L.423-1 et L.423-2', certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    dateEntree,
    {
      code: 'fondement_conjoint',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Comment êtes-vous entré(e) en France ?',
      requis: true,
      options: [
        { code: 'visa', libelle: 'Avec un visa de long séjour' },
        { code: 'entree_reguliere', libelle: 'Régulièrement, sans visa de long séjour' },
        { code: 'autre', libelle: 'Autrement' },
      ],
      arret: {
        si: {
          un: [
            { champ: 'fondement_conjoint', parmi: ['autre'] },
            { tous: [SANS_VISA, { non: { champ: 'conjoint_pays_mariage', parmi: ['FR'] } }, NON_ALGERIEN] },
          ],
        },
        message:
          'Cette carte suppose un visa de long séjour (CESEDA, art. L. 412-1) ou, à défaut, une entrée régulière et un mariage célébré en France (art. L. 423-2). Demandez le visa de conjoint au consulat, ou voyez les autres voies.',
        vers: { orientation: 'admission_exceptionnelle' },
      },
    },
  ],
};

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA annexe 10 ; liste ministérielle de mai 2021 ; R.412-1',
  raison: 'Liste d’ouverture',
  pieces: [
    ephoto,
    nationalite,
    etatCivil,
    {
      ...visaLongSejour,
      condition: { tous: [VISA, NON_ALGERIEN] },
      source: 'CESEDA L.412-1 et L.423-1',
      certitude: 'L',
      dateSource: '2026-04-03',
    },
    entreeReguliere({ un: [SANS_VISA, ALGERIEN] }),
    domicile,
    mariage,
    nationaliteFrancaise('nationalite_conjoint', 'Justificatif de nationalité française du conjoint'),
    { ...vieCommune, aide: 'Sans visa de long séjour, prouvez six mois de vie commune en France (CESEDA, art. L. 423-2).' },
    rupture,
    etatCivilFamille({ champ: 'enfants_a_charge', parmi: ['oui'] }),
    contratEngagement,
    timbreDe(SANS_EXONERATION, 'CESEDA L.436-1, L.436-7 et L.436-8'),
    certificatMedical,
  ],
};

export const v1: Procedure = {
  ...PREMIERE_DEMANDE,
  slug: 'conjoint-de-francais',
  code: 'VPF-CJT-FR-1',
  nom: 'Conjoint de Français – première demande',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - CONJOINT DE FRANÇAIS',
  famille: 'famille_de_francais',
  baseLegale: 'CESEDA L.423-1, L.423-2 ; accord franco-algérien du 27 décembre 1968, art. 6-2 ; accord franco-tunisien, art. 7 quater',
  public: 'Vous êtes marié(e) avec une personne de nationalité française.',
  ouverture: OUVERTURE_2023,
  fenetre: DEUX_MOIS_APRES_ENTREE,
  situation: [
    'Vous sollicitez pour la première fois un titre de séjour',
    'Vous êtes un membre de famille d’un citoyen français',
    'Vous êtes le conjoint ou la conjointe d’un citoyen français',
  ],
  titreDelivre: {
    libelle: 'Carte de séjour temporaire « vie privée et familiale »',
    duree: '1 an',
    selon: [{ si: ALGERIEN, libelle: 'Certificat de résidence algérien « vie privée et familiale »' }],
  },
  commission: 'L.432-13 1°',
  travailPendantInstruction: {
    article: 'R.431-15-2',
    // L.423-2 is not in the list of R.431-15-2
    si: VISA,
    precision:
      'Le droit de travailler pendant l’instruction vaut pour les personnes entrées avec un visa de long séjour (CESEDA, art. L. 423-1).',
  },
  tarif: 'normal',
  tarifSelon: [EXONERE_APRES_RUPTURE],
  agdref: ['9805'],
  provenance: { source: 'CESEDA L.423-1, L.423-2 ; liste ministérielle de mai 2021', certitude: 'D', dateSource: '2021-05' },
  etapes: sixEtapes({
    entete: 'Maintenant, nous allons vous demander de renseigner les informations personnelles de votre accueillant français',
    sections: [
      {
        code: 'conjoint_francais',
        titre: 'Informations personnelles du conjoint français',
        provenance: {
          source: 'Par analogie avec le guide « enfant de Français » ; CESEDA L.423-1 à L.423-5',
          certitude: 'X',
          dateSource: '2026-04-03',
        },
        champs: identiteProche('conjoint'),
      },
      mariageAvecFrancais,
      entree,
      enfants,
      attestations,
    ],
  }),
  listes: [liste],
  exemple: {
    reponses: { ...grace, fondement_conjoint: 'visa', date_entree_france: '2026-09-28' },
    variantes: { domicile: 'personnel' },
  },
};
