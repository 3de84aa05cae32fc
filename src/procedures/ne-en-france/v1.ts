// Étranger né en France, première demande: CESEDA L.423-13, between 16 and 21. The pieces are those of annexe 10, read word for word.
import type { ListeDePieces, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { OUVERTURE_JUIN_2023, PREMIERE_DEMANDE, TRAVAIL_AVEC_API } from '../blocs/cadre-famille.ts';
import { informationsAvec, sixEtapes } from '../blocs/etapes.ts';
import { mariam } from '../blocs/exemples-famille.ts';
import { attestations, enfants, liensSansEntree } from '../blocs/famille.ts';
import { AVANT_16_ANS, travailMineur } from '../blocs/minorite.ts';
import { certificatMedical, contratEngagement, domicile, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { etatCivil } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN } from '../blocs/regles.ts';

const commun = { groupe: 'Motif de séjour', requis: true, moment: 'depot', certitude: 'L', dateSource: '2026-04-03' } as const;

const presence: PieceDemandee = {
  ...commun,
  code: 'presence_8ans',
  libelle: 'Présence continue en France depuis au moins huit ans',
  mode: {
    sorte: 'par_periode',
    periode: 'annee',
    nombre: 8,
    document: 'Un document d’une administration publique : école, service social, caisse d’assurance maladie…',
  },
  source: 'CESEDA L.423-13 et annexe 10, point 2',
};

const scolarite: PieceDemandee = {
  ...commun,
  code: 'scolarite_5ans',
  libelle: 'Cinq années d’école en France après l’âge de dix ans',
  mode: {
    sorte: 'variante',
    question: 'Comment sont vos certificats de scolarité ?',
    variantes: [
      {
        code: 'par_annee',
        libelle: 'J’en ai un par année',
        mode: { sorte: 'par_periode', periode: 'annee', nombre: 5, document: 'Un certificat de scolarité' },
      },
      {
        code: 'groupes',
        libelle: 'Un ou plusieurs couvrent les cinq années',
        mode: { sorte: 'unique', document: 'Les certificats de scolarité qui couvrent au moins cinq années' },
      },
    ],
  },
  source: 'CESEDA L.423-13 et annexe 10, point 2',
};

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA annexe 10, ligne « étranger né en France » ; R.412-1',
  raison: 'Liste d’ouverture',
  pieces: [ephoto, nationalite, etatCivil, domicile, presence, scolarite, contratEngagement, timbre, certificatMedical],
};

export const v1: Procedure = {
  ...PREMIERE_DEMANDE,
  slug: 'ne-en-france',
  code: 'VPF-NEF-1',
  nom: 'Étranger né en France – première demande',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - ÉTRANGER NÉ EN FRANCE',
  famille: 'ne_en_france',
  baseLegale: 'CESEDA L.423-13, L.412-2 2°, L.421-35 ; accord franco-algérien, art. 6-6',
  public: 'Vous êtes né(e) en France, vous avez entre 16 et 21 ans et vous y avez grandi.',
  ouverture: OUVERTURE_JUIN_2023,
  // the age, not a date, opens and closes this right
  fenetre: { sorte: 'libre', article: 'L.423-13' },
  situation: ['Vous sollicitez pour la première fois un titre de séjour', 'Vous êtes un ressortissant étranger né en France'],
  titreDelivre: {
    libelle: 'Carte de séjour temporaire « vie privée et familiale »',
    duree: '1 an',
    selon: [{ si: ALGERIEN, libelle: 'Certificat de résidence algérien « vie privée et familiale »' }],
  },
  commission: 'L.432-13 1°',
  travailPendantInstruction: TRAVAIL_AVEC_API,
  tarif: 'normal',
  agdref: ['9809'],
  provenance: { source: 'CESEDA L.423-13 et annexe 10', certitude: 'L', dateSource: '2026-04-03' },
  etapes: sixEtapes(
    {
      entete: 'Maintenant, nous allons vous demander de renseigner votre situation',
      sections: [liensSansEntree, enfants, travailMineur('la carte de séjour'), attestations],
    },
    informationsAvec({
      date_naissance: {
        si: { un: [AVANT_16_ANS.si, { age: { plusDe: 21 } }] },
        message:
          'Cette carte se demande entre 16 et 21 ans (CESEDA, art. L. 423-13). Avant 16 ans, un enfant n’a pas besoin de titre de séjour. Après 21 ans, votre préfecture peut examiner vos liens en France.',
        vers: { orientation: 'liens_personnels' },
      },
      pays_naissance: {
        si: { non: { champ: 'pays_naissance', parmi: ['FR'] } },
        message: 'Cette démarche s’adresse aux personnes nées en France. Modifiez votre situation pour choisir un autre motif.',
      },
    }),
  ),
  listes: [liste],
  exemple: {
    reponses: { ...mariam, souhaite_travailler: 'oui' },
    variantes: { domicile: 'particulier', scolarite_5ans: 'par_annee' },
  },
};
