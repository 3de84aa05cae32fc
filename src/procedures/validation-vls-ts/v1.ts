// Validation of a VLS-TS: R.431-16 6° to 18°, R.431-17 (date of entry and address declared within three months of the entry). Nobody
// instructs it: the machine checks the visa, the period and the stamp, and the confirmation comes at once. Algerians have no VLS-TS
// (agreement of 1968): their visa is followed by a certificat de residence.
import type { Champ, ListeDePieces, PieceDemandee, Procedure, Section } from '#domain/procedure/definition.ts';
import { etapesCourtes } from '../blocs/etapes-titulaire.ts';
import { lille } from '../blocs/exemples.ts';
import { adresse, contact, etatCivil } from '../blocs/identite.ts';
import { titreConnu } from '../blocs/titre.ts';

const TELESERVICE = 'CESEDA R.431-17 ; pages publiques du téléservice et de Campus France';

const timbreNumero: PieceDemandee = {
  code: 'timbre_numero',
  libelle: 'Timbre fiscal électronique',
  aide: 'Achetez un timbre « Titre pour étranger », puis recopiez ici les 16 chiffres reçus par courriel ou par SMS.',
  groupe: 'Paiement de la taxe',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'code', fournisseur: 'timbre', libelle: 'Numéro du timbre fiscal', confirmer: 'Vérifier le timbre' },
  source: 'CESEDA L.436-1, dernier alinéa, et R.436-3 ; service-public.fr, fiche F33071 (16 chiffres)',
  certitude: 'L',
  dateSource: '2026-04-03',
};

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2019-02-18',
  source: TELESERVICE,
  raison: 'Liste d’ouverture sur ce portail : aucun document à joindre, seulement la taxe',
  pieces: [timbreNumero],
};

const identite: Section = {
  ...etatCivil,
  champs: etatCivil.champs.map(
    (champ): Champ =>
      champ.code === 'nationalites'
        ? {
            ...champ,
            arret: {
              si: { nationalite: { parmi: ['DZ'] } },
              message:
                'L’accord franco-algérien ne prévoit pas de visa à valider en ligne : demandez votre certificat de résidence à la préfecture dans les deux mois de votre arrivée.',
              vers: { orientation: 'autre' },
            },
          }
        : champ,
  ),
};

const arrivee: Section = {
  code: 'arrivee',
  titre: 'Votre arrivée en France',
  provenance: { source: TELESERVICE, certitude: 'O', dateSource: '2026' },
  champs: [
    {
      code: 'visa_numero',
      type: 'texte',
      forme: 'ligne',
      max: 20,
      libelle: 'Numéro de votre visa',
      aide: 'En haut à droite de la vignette collée dans votre passeport.',
      requis: true,
    },
    {
      code: 'date_entree_france',
      type: 'date',
      passee: true,
      libelle: 'Date d’entrée en France',
      aide: 'Celle du cachet de la frontière. La validation se fait dans les trois mois qui suivent.',
      requis: true,
    },
  ],
};

export const v1: Procedure = {
  slug: 'validation-vls-ts',
  version: 1,
  code: 'VLSTS-VAL',
  nom: 'Validation d’un visa de long séjour valant titre de séjour (VLS-TS)',
  titreListe: 'VALIDATION D’UN VISA DE LONG SÉJOUR VALANT TITRE DE SÉJOUR',
  famille: 'vls_ts',
  baseLegale: 'CESEDA R.431-16 6° à 18°, R.431-17',
  sorte: 'autre',
  public: 'Vous êtes entré(e) en France depuis moins de trois mois avec un visa de long séjour valant titre de séjour.',
  acces: {
    sorte: 'titre',
    titres: [
      'vls_ts_conjoint',
      'vls_ts_regroupement',
      'vls_ts_etudiant',
      'vls_ts_talent',
      'vls_ts_talent_famille',
      'vls_ts_visiteur',
      'vls_ts_salarie',
    ],
  },
  demandeur: 'soi',
  ouverture: { depuis: '2019-02-18', source: 'Pages publiques du téléservice', certitude: 'O', dateSource: '2026' },
  fenetre: { sorte: 'depuis', champ: 'date_entree_france', mois: 3, ferme: true, article: 'R.431-17' },
  traitement: 'automatique',
  situation: ['Vous êtes titulaire d’un visa de long séjour valant titre de séjour', 'Vous le validez en ligne'],
  titreDelivre: { libelle: 'Visa de long séjour valant titre de séjour, validé', duree: 'Celle du visa' },
  silence: [],
  documentProvisoire: { sorte: 'aucun', article: 'R.431-17' },
  travailPendantInstruction: { article: 'R.431-16', precision: 'Selon la mention de votre visa.' },
  tarif: 'vls_ts',
  tarifSelon: [
    { si: { champ: 'titre_type', parmi: ['vls_ts_etudiant', 'vls_ts_regroupement'] }, tarif: 'vls_ts', cas: 'reduit' },
    { si: { non: { champ: 'titre_type', parmi: ['vls_ts_etudiant', 'vls_ts_regroupement'] } }, tarif: 'vls_ts', cas: 'normal' },
  ],
  provenance: { source: TELESERVICE, certitude: 'O', dateSource: '2026' },
  etapes: etapesCourtes(
    [
      {
        code: 'etat_civil',
        titre: 'Votre visa et votre état civil',
        entete: 'Vérifiez ce que l’administration sait de vous. Corrigez ce qui n’est pas exact.',
        sections: [titreConnu, identite],
      },
      { code: 'arrivee', titre: 'Votre arrivée et votre adresse', sections: [arrivee, adresse, contact] },
    ],
    { titre: 'Paiement de la taxe', entete: 'Dernière formalité : la taxe, payée par un timbre fiscal électronique' },
  ),
  listes: [liste],
  exemple: {
    reponses: {
      numero_etranger: '6999000007',
      titre_type: 'vls_ts_etudiant',
      titre_debut: '2026-09-01',
      titre_fin: '2027-08-31',
      nom_naissance: 'TESTNGUYEN',
      prenoms: ['Minh'],
      sexe: 'masculin',
      date_naissance: '2001-11-22',
      pays_naissance: 'VN',
      lieu_naissance: 'Hanoï',
      nationalites: ['VN'],
      visa_numero: 'FRA123456789',
      date_entree_france: '2026-09-03',
      ...lille,
      email: 'minh.testnguyen@example.org',
    },
    variantes: {},
  },
};
