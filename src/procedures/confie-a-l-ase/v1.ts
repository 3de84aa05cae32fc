// A young person confided to the aide sociale a l'enfance, or to a trusted third party, by the day of their 16th birthday: CESEDA L.423-22,
// R.431-5 2° (at the latest the day before the 19th birthday). First card exempt of the tax, stamp due (L.436-1). No medical certificate
// of the OFII at the collection (R.431-18, last paragraph).
import type { EtapeChamps, ListeDePieces, Procedure } from '#domain/procedure/definition.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { lille } from '../blocs/exemples.ts';
import { attestations } from '../blocs/famille.ts';
import { informationsDes16Ans, souhaiteTravailler } from '../blocs/minorite.ts';
import { contratEngagement, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { avisStructure, formationAse, liensPays, placementAse } from '../blocs/pieces-ase.ts';
import { domicileOuDomiciliation } from '../blocs/pieces-domiciliation.ts';
import { etatCivil } from '../blocs/pieces-titulaire.ts';

const liste2024: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA L.423-22, R.412-1 ; liste ministérielle de mai 2021',
  raison: 'Liste d’ouverture sur ce portail, contrat d’engagement compris',
  pieces: [
    ephoto,
    nationalite,
    etatCivil,
    domicileOuDomiciliation,
    placementAse,
    formationAse,
    liensPays,
    avisStructure,
    contratEngagement,
    timbre,
  ],
};

/** The card is issued in the year that follows the 18th birthday: from the 19th on, another ground. */
const informations: EtapeChamps = {
  ...informationsDes16Ans,
  sections: informationsDes16Ans.sections.map((section) => ({
    ...section,
    champs: section.champs.map((champ) =>
      champ.code === 'date_naissance'
        ? {
            ...champ,
            arret: {
              si: { un: [{ age: { moinsDe: 16 } }, { non: { age: { moinsDe: 19 } } }] },
              message:
                'Cette démarche s’adresse aux jeunes de 16 à 18 ans. Elle se fait au plus tard la veille du 19e anniversaire (CESEDA, art. R. 431-5). Après, une autre démarche est possible.',
              vers: { orientation: 'admission_exceptionnelle' },
            },
          }
        : champ,
    ),
  })),
};

export const v1: Procedure = {
  slug: 'confie-a-l-ase',
  version: 1,
  code: 'VUL-ASE',
  nom: 'Jeune confié à l’aide sociale à l’enfance avant 16 ans',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - JEUNE CONFIÉ À L’AIDE SOCIALE À L’ENFANCE',
  famille: 'vulnerabilite',
  baseLegale: 'CESEDA L.423-22 (et L.421-35 de 16 à 18 ans)',
  sorte: 'premiere_demande',
  public: 'Vous avez été confié(e) à l’aide sociale à l’enfance, ou à un tiers digne de confiance, au plus tard le jour de vos 16 ans.',
  acces: { sorte: 'sans_titre' },
  demandeur: 'soi',
  ouverture: {
    depuis: '2023-10-03',
    source: 'Arrêté du 28 septembre 2023 (CESEDA annexe 9)',
    certitude: 'L',
    dateSource: '2026-04-03',
  },
  fenetre: { sorte: 'libre', article: 'R.431-5 2° : au plus tard la veille du 19e anniversaire' },
  traitement: 'instruction',
  situation: ['Vous êtes dans une autre situation', 'Vous avez été confié(e) à l’aide sociale à l’enfance avant vos 16 ans'],
  titreDelivre: { libelle: 'Carte de séjour temporaire « vie privée et familiale »', duree: '1 an' },
  silence: [{ delai: { mois: 4 }, article: 'R.*432-1, R.432-2' }],
  documentProvisoire: { sorte: 'api', mois: 3, article: 'R.431-15-1, troisième alinéa' },
  commission: 'L.432-13 1°',
  travailPendantInstruction: { article: 'R.431-15-2' },
  tarif: 'timbre_seul',
  agdref: ['9824'],
  provenance: { source: 'CESEDA L.423-22 ; service-public.fr, fiche F31037', certitude: 'L', dateSource: '2026-04-03' },
  etapes: sixEtapes(
    {
      entete: 'Maintenant, nous allons vous demander qui vous a accueilli(e) et quelle formation vous suivez',
      sections: [
        {
          code: 'accueil',
          titre: 'Votre accueil et votre formation',
          provenance: { source: 'CESEDA L.423-22 ; champs proposés', certitude: 'X', dateSource: '2026-04-03' },
          champs: [
            {
              code: 'confie_avant_16',
              type: 'oui_non',
              libelle: 'Avez-vous été confié(e) au plus tard le jour de vos 16 ans ?',
              libelleCourt: 'Confié(e) au plus tard à 16 ans',
              requis: true,
              arret: {
                si: { champ: 'confie_avant_16', parmi: ['non'] },
                message:
                  'Entre 16 et 18 ans, le titre est demandé par une autre voie : l’admission exceptionnelle au séjour (CESEDA, art. L. 435-3).',
                vers: { orientation: 'admission_exceptionnelle' },
              },
            },
            {
              code: 'accueillant',
              type: 'choix',
              presentation: 'boutons',
              libelle: 'À qui avez-vous été confié(e) ?',
              libelleCourt: 'Confié(e) à',
              requis: true,
              options: [
                { code: 'ase', libelle: 'À l’aide sociale à l’enfance' },
                { code: 'tiers', libelle: 'À un tiers digne de confiance' },
              ],
            },
            { code: 'date_placement', type: 'date', passee: true, libelle: 'Date de la décision', requis: true },
            {
              code: 'structure',
              type: 'texte',
              forme: 'ligne',
              max: 120,
              libelle: 'Structure ou personne qui vous accueille',
              requis: true,
            },
            { code: 'formation', type: 'texte', forme: 'ligne', max: 120, libelle: 'Formation suivie', requis: true },
            { code: 'etablissement', type: 'texte', forme: 'ligne', max: 120, libelle: 'Établissement ou employeur', requis: true },
            souhaiteTravailler,
          ],
        },
        attestations,
      ],
    },
    informations,
  ),
  listes: [liste2024],
  exemple: {
    reponses: {
      nom_naissance: 'TESTKONATE',
      prenoms: ['Ibrahim'],
      sexe: 'masculin',
      date_naissance: '2008-06-17',
      pays_naissance: 'CI',
      lieu_naissance: 'Abidjan',
      nationalites: ['CI'],
      ...lille,
      email: 'ibrahim.testkonate@example.org',
      confie_avant_16: 'oui',
      accueillant: 'ase',
      date_placement: '2023-11-20',
      structure: 'Maison d’enfants de Lille',
      formation: 'CAP Boulanger',
      etablissement: 'Lycée des métiers de Lille',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'particulier' },
  },
};
