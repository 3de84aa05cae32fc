// Étudiant, first card without a VLS-TS: CESEDA L.422-1 (regular entry, no long-stay visa in two cases) and L.422-2 (concours).
// Algerians: certificate of the agreement of 1968, with a long-stay visa in every case.
import type { Procedure } from '#domain/procedure/definition.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { DISPENSE_DE_VISA, etudes, fondementEtudes } from '../blocs/etudes.ts';
import { attestations } from '../blocs/famille.ts';
import { contratEngagement, domicile, ephoto, nationalite, timbre, visaLongSejour } from '../blocs/pieces.ts';
import {
  concours,
  inscription,
  inscriptionDefinitive,
  necessiteEtudes,
  ressourcesEtudiant,
  scolariteDepuis16Ans,
} from '../blocs/pieces-etudes.ts';
import { entreeReguliere } from '../blocs/pieces-famille.ts';
import { etatCivil } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN, API, DEUX_MOIS_APRES_ENTREE, OUVERTURE_2021, QUATRE_MOIS } from '../blocs/regles.ts';

export const v1: Procedure = {
  slug: 'etudiant',
  version: 1,
  code: 'ETU-1',
  nom: 'Étudiant – première carte, sans visa valant titre de séjour',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR - ÉTUDIANT',
  famille: 'etudes',
  baseLegale: 'CESEDA L.422-1, L.422-2, L.412-3 1° ; accord franco-algérien du 27 décembre 1968, titre III du protocole',
  sorte: 'premiere_demande',
  public:
    'Vous faites des études en France et vous n’avez pas de visa valant titre de séjour : concours, scolarité en France depuis vos 16 ans, nécessité de vos études.',
  acces: { sorte: 'sans_titre' },
  demandeur: 'soi',
  ouverture: OUVERTURE_2021,
  fenetre: DEUX_MOIS_APRES_ENTREE,
  traitement: 'instruction',
  situation: ['Vous êtes dans une autre situation', 'Vous suivez des études en France'],
  titreDelivre: {
    libelle: 'Carte de séjour temporaire « étudiant »',
    duree: '1 an au plus',
    selon: [{ si: ALGERIEN, libelle: 'Certificat de résidence algérien « étudiant »', duree: '1 an' }],
  },
  // the ninety days are those of the cards of L.422-1 and L.422-2: a certificate follows the general rule (F2215)
  silence: [
    { ...QUATRE_MOIS, si: ALGERIEN },
    { delai: { jours: 90 }, article: 'R.422-5, R.432-2' },
  ],
  documentProvisoire: API,
  tarif: 'reduit',
  agdref: ['1202', '1234'],
  provenance: { source: 'CESEDA L.422-1, L.422-2 ; liste ministérielle CST « étudiant »', certitude: 'D', dateSource: '2021-05' },
  etapes: sixEtapes({
    entete: 'Maintenant, nous allons vous demander de renseigner les informations relatives à vos études',
    sections: [fondementEtudes, etudes, attestations],
  }),
  listes: [
    {
      version: 1,
      effetLe: '2024-07-17',
      source: 'CESEDA L.422-1, L.422-2, R.431-10, R.412-1 ; liste ministérielle CST « étudiant » (mai 2021)',
      raison: 'Liste d’ouverture',
      pieces: [
        ephoto,
        nationalite,
        { ...etatCivil, source: 'CESEDA R.431-10 1°, annexe 10, point 1 ; service-public.fr F2231' },
        { ...visaLongSejour, condition: { un: [ALGERIEN, { champ: 'fondement_etudes', parmi: ['visa'] }] } },
        {
          ...entreeReguliere(DISPENSE_DE_VISA),
          source: 'CESEDA L.422-1, alinéa 2 ; guide usager 2022 (un écran)',
          certitude: 'L',
          dateSource: '2026-04-03',
        },
        domicile,
        inscription,
        concours,
        scolariteDepuis16Ans,
        necessiteEtudes,
        ressourcesEtudiant,
        contratEngagement,
        timbre,
        inscriptionDefinitive,
      ],
    },
  ],
  exemple: {
    reponses: {
      nom_naissance: 'TESTMENDOZA',
      prenoms: ['Lucia'],
      sexe: 'feminin',
      date_naissance: '2008-04-17',
      pays_naissance: 'PE',
      lieu_naissance: 'Lima',
      nationalites: ['PE'],
      adresse: {
        numero: '12',
        voie: 'Rue des Antonins',
        complement: '',
        codePostal: '69100',
        ville: 'Villeurbanne',
        pays: 'France',
        codeInsee: '69266',
      },
      email: 'lucia.testmendoza@example.org',
      telephone: '0639980071',
      date_entree_france: '2023-08-28',
      fondement_etudes: 'scolarite',
      etudes_etablissement: 'Université d’essai de Lyon',
      etudes_formation: 'Licence de physique, première année',
      etudes_niveau: 'licence',
      etudes_debut: '2026-09-07',
      etudes_fin: '2029-06-30',
      inscription: 'definitive',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'personnel' },
  },
};
