// Renewal of the cards of the protected and of their family: carte de résident by right (CESEDA L.433-2), card of several years (L.424-9,
// L.424-11), or carte de résident after four years of regular residence (L.424-13).
import type { Condition, Procedure } from '#domain/procedure/definition.ts';
import { absence, honneurAbsence, residenceHabituelle } from '../blocs/declarations.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { attestations, enfants, liensFamiliaux } from '../blocs/famille.ts';
import { ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { domicileOuDomiciliation } from '../blocs/pieces-domiciliation.ts';
import { contratDesProteges, etatCivilOfpra, polygamie } from '../blocs/pieces-protection.ts';
import { titreActuel } from '../blocs/pieces-titulaire.ts';
import { OUVERTURE_PROTECTION } from '../blocs/protection.ts';
import { API, FIN_DE_TITRE, QUATRE_MOIS } from '../blocs/regles.ts';

const RESIDENT: Condition = { champ: 'titre_type', parmi: ['refugie', 'famille_refugie'] };
const FAMILLE: Condition = { champ: 'titre_type', parmi: ['famille_refugie', 'famille_protection_subsidiaire'] };
const QUATRE_ANS: Condition = { champ: 'quatre_ans_residence', parmi: ['oui'] };

export const v1: Procedure = {
  slug: 'protection-renouvellement',
  version: 1,
  code: 'BPI-R',
  nom: 'Réfugié, protection subsidiaire et leur famille – renouvellement',
  titreListe: 'RENOUVELLEMENT DE TITRE DE SÉJOUR - PROTECTION INTERNATIONALE',
  famille: 'protection',
  baseLegale: 'CESEDA L.424-1, L.424-3, L.424-9, L.424-11, L.424-13, L.433-2',
  sorte: 'renouvellement',
  public: 'Vous avez une carte de réfugié, de bénéficiaire de la protection subsidiaire ou de membre de leur famille.',
  acces: { sorte: 'titre', titres: ['refugie', 'famille_refugie', 'protection_subsidiaire', 'famille_protection_subsidiaire'] },
  demandeur: 'soi',
  ouverture: OUVERTURE_PROTECTION,
  fenetre: FIN_DE_TITRE,
  traitement: 'instruction',
  situation: ['Vous êtes titulaire d’un titre de séjour au titre de l’asile', 'Vous sollicitez le renouvellement de ce titre'],
  titreDelivre: {
    libelle: 'Carte de résident',
    duree: '10 ans',
    selon: [
      {
        si: { tous: [{ champ: 'titre_type', parmi: ['protection_subsidiaire'] }, { non: QUATRE_ANS }] },
        libelle: 'Carte de séjour pluriannuelle « bénéficiaire de la protection subsidiaire »',
        duree: '4 ans au plus',
      },
      {
        si: { tous: [{ champ: 'titre_type', parmi: ['famille_protection_subsidiaire'] }, { non: QUATRE_ANS }] },
        libelle: 'Carte de séjour pluriannuelle « membre de la famille d’un bénéficiaire de la protection subsidiaire »',
        duree: '4 ans au plus',
      },
    ],
  },
  silence: [QUATRE_MOIS],
  documentProvisoire: API,
  travailPendantInstruction: { article: 'R.431-15-2, alinéa 4' },
  // the first carte de résident of L.424-13 is in the list; a renewal is not
  commission: 'L.432-13 2°',
  commissionSi: QUATRE_ANS,
  tarif: 'normal_renouvellement',
  tarifSelon: [{ si: QUATRE_ANS, tarif: 'normal' }],
  provenance: { source: 'CESEDA L.424-13, L.433-2 ; service-public.fr, fiche F2689', certitude: 'L', dateSource: '2026-04-03' },
  etapes: quatreEtapes({
    titre: 'Votre résidence et votre famille',
    sections: [
      {
        code: 'residence',
        titre: 'Votre résidence en France',
        champs: [
          {
            code: 'quatre_ans_residence',
            type: 'oui_non',
            libelle: 'Résidez-vous régulièrement en France depuis au moins quatre ans ?',
            libelleCourt: 'Quatre ans de résidence régulière',
            aide: 'Si oui, une carte de résident de dix ans vous est délivrée (CESEDA, art. L. 424-13).',
            requis: true,
            visible: { non: RESIDENT },
          },
          { ...honneurAbsence, visible: RESIDENT },
          { ...residenceHabituelle, visible: RESIDENT },
        ],
        provenance: { source: 'CESEDA L.424-13, L.411-5, L.433-2', certitude: 'X', dateSource: '2026-04-03' },
      },
      liensFamiliaux,
      enfants,
      attestations,
    ],
  }),
  listes: [
    {
      version: 1,
      effetLe: '2024-07-17',
      source: 'CESEDA L.424-13, L.433-2, R.433-2, R.412-1 ; service-public.fr, fiches F15401 et F2689',
      raison: 'Liste d’ouverture',
      pieces: [
        ephoto,
        titreActuel,
        { ...nationalite, condition: FAMILLE },
        { ...etatCivilOfpra, condition: { non: FAMILLE } },
        domicileOuDomiciliation,
        polygamie,
        { ...absence, condition: RESIDENT, source: 'CESEDA L.411-5, L.433-2 ; listes ministérielles CR de mai 2021' },
        contratDesProteges,
        timbre,
      ],
    },
  ],
  exemple: {
    reponses: {
      numero_etranger: '5999000019',
      titre_type: 'protection_subsidiaire',
      titre_debut: '2023-02-20',
      titre_fin: '2027-02-19',
      nom_naissance: 'TESTHAILE',
      prenoms: ['Selam'],
      sexe: 'feminin',
      date_naissance: '1990',
      pays_naissance: 'ER',
      lieu_naissance: 'Asmara',
      nationalites: ['ER'],
      quatre_ans_residence: 'oui',
      date_entree_france: '2021-05-17',
      situation_familiale: 'celibataire',
      enfants_a_charge: 'non',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
      adresse: {
        numero: '14',
        voie: 'Rue de Tournai',
        complement: '',
        codePostal: '59000',
        ville: 'Lille',
        pays: 'France',
        codeInsee: '59350',
      },
      adresse_inchangee: 'oui',
      email: 'selam.testhaile@example.org',
      telephone: '0639980019',
    },
    variantes: { domicile: 'personnel' },
  },
};
