// Étudiant, renewal of a VLS-TS, of a yearly card or of a card of several years: CESEDA L.422-1, L.433-4, L.411-4 8° (rest of the cycle);
// mobility programmes L.422-5 and L.422-6. Algerians: certificate of one year.
import type { Procedure } from '#domain/procedure/definition.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { etudesEtMobilite, MOBILITE } from '../blocs/etudes.ts';
import { attestations } from '../blocs/famille.ts';
import { residenceHabituelle } from '../blocs/integration.ts';
import { contratEngagement, domicile, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { inscription, inscriptionDefinitive, programmeMobilite, ressourcesEtudiant, resultatsEtudiant } from '../blocs/pieces-etudes.ts';
import { titreActuel } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN, API, FIN_DE_TITRE, NON_ALGERIEN, OUVERTURE_2021, QUATRE_MOIS } from '../blocs/regles.ts';

// no concours at a renewal: L.422-2 speaks of the first admission only
const { condition: _, ...ressources } = ressourcesEtudiant;

export const v1: Procedure = {
  slug: 'etudiant-renouvellement',
  version: 1,
  code: 'ETU-R',
  nom: 'Étudiant – renouvellement',
  titreListe: 'RENOUVELLEMENT DE TITRE DE SÉJOUR - ÉTUDIANT',
  famille: 'etudes',
  baseLegale: 'CESEDA L.422-1, L.422-5, L.422-6, L.433-4, L.411-4 8° ; accord franco-algérien du 27 décembre 1968, titre III du protocole',
  sorte: 'renouvellement',
  public: 'Vous avez un visa valant titre de séjour ou une carte de séjour « étudiant » et vous poursuivez vos études.',
  acces: { sorte: 'titre', titres: ['vls_ts_etudiant', 'etudiant_temporaire', 'etudiant_pluriannuelle', 'algerien_etudiant'] },
  demandeur: 'soi',
  ouverture: OUVERTURE_2021,
  fenetre: FIN_DE_TITRE,
  traitement: 'instruction',
  situation: ['Vous êtes titulaire d’un titre de séjour « étudiant »', 'Vous sollicitez le renouvellement de ce titre'],
  titreDelivre: {
    libelle: 'Carte de séjour pluriannuelle « étudiant »',
    duree: 'Durée restant à courir du cycle d’études',
    selon: [
      { si: ALGERIEN, libelle: 'Certificat de résidence algérien « étudiant »', duree: '1 an' },
      {
        si: MOBILITE,
        libelle: 'Carte de séjour pluriannuelle « étudiant-programme de mobilité »',
        duree: 'Durée du programme, 2 ans au moins',
      },
    ],
  },
  silence: [
    { ...QUATRE_MOIS, si: ALGERIEN },
    { delai: { jours: 90 }, article: 'R.422-5, R.432-2' },
  ],
  documentProvisoire: API,
  travailPendantInstruction: {
    article: 'R.431-15-2 (renouvellement), L.422-1',
    // an Algerian student needs an authorisation to work: the certificate alone does not allow it
    si: NON_ALGERIEN,
    precision: 'À titre accessoire, dans la limite de 60 % de la durée de travail annuelle.',
  },
  tarif: 'reduit_renouvellement',
  agdref: ['1202', '1234'],
  provenance: { source: 'CESEDA L.422-1, L.411-4 8° ; liste ministérielle CSP « étudiant »', certitude: 'D', dateSource: '2021-05' },
  etapes: quatreEtapes({ titre: 'Vos études', sections: [etudesEtMobilite, attestations] }),
  listes: [
    {
      version: 1,
      effetLe: '2024-07-17',
      source: 'CESEDA R.433-1, R.431-10, R.412-1 ; liste ministérielle CSP « étudiant » (mai 2021)',
      raison: 'Liste d’ouverture',
      pieces: [
        ephoto,
        titreActuel,
        nationalite,
        domicile,
        // L.433-1 spares the mobility programmes (L.422-6) only
        residenceHabituelle({ tous: [{ champ: 'titre_type', parmi: ['etudiant_pluriannuelle'] }, { non: MOBILITE }] }),
        inscription,
        ressources,
        resultatsEtudiant,
        programmeMobilite,
        contratEngagement,
        timbre,
        inscriptionDefinitive,
      ],
    },
  ],
  // C14: preinscription, final certificate at the handover
  exemple: {
    reponses: {
      numero_etranger: '6999000007',
      titre_type: 'vls_ts_etudiant',
      titre_debut: '2026-02-02',
      titre_fin: '2027-02-01',
      nom_naissance: 'TESTNGUYEN',
      prenoms: ['Minh'],
      sexe: 'masculin',
      date_naissance: '2001-11-22',
      pays_naissance: 'VN',
      lieu_naissance: 'Hanoï',
      nationalites: ['VN'],
      etudes_etablissement: 'Université d’essai de Lyon',
      etudes_formation: 'Master d’informatique, première année',
      etudes_niveau: 'master',
      etudes_debut: '2026-09-07',
      etudes_fin: '2028-06-30',
      inscription: 'provisoire',
      programme_mobilite: 'non',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
      adresse: {
        numero: '7',
        voie: 'Cours Émile Zola',
        complement: 'Résidence universitaire',
        codePostal: '69100',
        ville: 'Villeurbanne',
        pays: 'France',
        codeInsee: '69266',
      },
      adresse_inchangee: 'oui',
      email: 'minh.testnguyen@example.org',
      telephone: '0639980007',
    },
    variantes: { domicile: 'personnel' },
  },
};
