// Talent (famille): CESEDA L.421-22 (spouse of 18 or more, children turned 18 who entered as minors) and L.421-23 (family already together
// in another State under a European blue card). First card, and renewal: by right for four years after five years of residence.
import type { Procedure } from '#domain/procedure/definition.ts';
import { sixEtapesTitulaire } from '../blocs/etapes.ts';
import { attestations, liensFamiliaux } from '../blocs/famille.ts';
import { contratEngagement, domicile, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { carteBleue, carteBleueEurope, piecesFamille } from '../blocs/pieces-talent-famille.ts';
import { etatCivil, titreOuVisa } from '../blocs/pieces-titulaire.ts';
import { API, DEUX_MOIS_APRES_ENTREE, OUVERTURE_2021, QUATRE_MOIS } from '../blocs/regles.ts';

const TITRES = ['visa_talent_famille', 'vls_ts_talent_famille', 'talent_famille'] as const;

export const v1: Procedure = {
  slug: 'talent-famille',
  version: 1,
  code: 'TAL-FAM',
  nom: 'Talent (famille)',
  titreListe: 'DEMANDE DE TITRE DE SÉJOUR - TALENT (FAMILLE)',
  famille: 'talent',
  baseLegale: 'CESEDA L.421-22, L.421-23, L.411-4 2°',
  sorte: 'premiere_demande',
  public: 'Votre conjoint ou l’un de vos parents a une carte « talent ».',
  acces: { sorte: 'sans_titre', titres: TITRES },
  demandeur: 'soi',
  ouverture: OUVERTURE_2021,
  fenetre: DEUX_MOIS_APRES_ENTREE,
  traitement: 'instruction',
  situation: [
    'Vous êtes membre de famille du titulaire d’une carte « talent »',
    'Vous sollicitez une carte de séjour « talent (famille) »',
  ],
  titreDelivre: {
    libelle: 'Carte de séjour pluriannuelle « talent (famille) »',
    duree: 'Durée restant à courir de la carte de votre proche',
  },
  silence: [
    { delai: { jours: 30 }, article: 'R.421-37-7, R.432-2', si: carteBleueEurope },
    { delai: { jours: 90 }, article: 'R.421-37-7, R.432-2', si: carteBleue },
    QUATRE_MOIS,
  ],
  documentProvisoire: API,
  travailPendantInstruction: { article: 'R.431-15-2, alinéa 1' },
  tarif: 'normal',
  // a VLS-TS has already paid the tax of the card that it replaces (L.436-1, last paragraph)
  tarifSelon: [{ si: { champ: 'titre_type', parmi: ['vls_ts_talent_famille', 'talent_famille'] }, tarif: 'normal_renouvellement' }],
  provenance: { source: 'CESEDA L.421-22, L.421-23 ; service-public.fr F16922', certitude: 'L', dateSource: '2026-04-03' },
  etapes: sixEtapesTitulaire({
    entete: 'Maintenant, nous allons vous demander de renseigner votre lien avec le titulaire de la carte « talent »',
    sections: [
      {
        code: 'talent_famille',
        titre: 'Votre proche titulaire d’une carte « talent »',
        provenance: { source: 'CESEDA L.421-22, L.421-23, R.421-37-7', certitude: 'X', dateSource: '2026-04-03' },
        champs: [
          {
            code: 'talent_lien',
            type: 'choix',
            presentation: 'boutons',
            libelle: 'Qui est cette personne pour vous ?',
            libelleCourt: 'Lien avec le titulaire',
            requis: true,
            options: [
              { code: 'conjoint', libelle: 'La personne avec qui je suis marié(e)' },
              { code: 'enfant', libelle: 'Mon père ou ma mère' },
            ],
          },
          { code: 'talent_proche_nom', type: 'texte', forme: 'nom', max: 80, libelle: 'Son nom', requis: true },
          {
            code: 'talent_proche_prenoms',
            type: 'textes',
            max: 60,
            libelle: 'Son ou ses prénoms',
            ajout: 'Ajouter un prénom',
            requis: true,
          },
          {
            code: 'talent_proche_numero',
            type: 'texte',
            forme: 'chiffres',
            max: 10,
            libelle: 'Son numéro étranger (facultatif)',
            libelleCourt: 'Son numéro étranger',
          },
          {
            code: 'talent_titre_proche',
            type: 'choix',
            presentation: 'liste',
            libelle: 'Quel titre a cette personne, ou demande-t-elle ?',
            libelleCourt: 'Titre de ce proche',
            requis: true,
            options: [
              { code: 'talent', libelle: 'Une carte « talent », sauf la carte bleue européenne' },
              { code: 'carte_bleue', libelle: 'Une carte « talent-carte bleue européenne »' },
              {
                code: 'carte_bleue_europe',
                libelle: 'Une carte bleue européenne délivrée par un autre État membre, où notre famille séjournait déjà',
              },
            ],
          },
        ],
      },
      liensFamiliaux,
      attestations,
    ],
  }),
  listes: [
    {
      version: 1,
      effetLe: '2025-06-16',
      source: 'CESEDA L.421-22, L.421-23, R.431-10, R.412-1 ; service-public.fr F16922',
      raison: 'Liste d’ouverture',
      pieces: [
        ephoto,
        { ...titreOuVisa, condition: { champ: 'titre_type', parmi: TITRES } },
        nationalite,
        { ...etatCivil, condition: { non: { champ: 'titre_type', parmi: ['talent_famille'] } } },
        domicile,
        ...piecesFamille,
        contratEngagement,
        timbre,
      ],
    },
  ],
  exemple: {
    reponses: {
      numero_etranger: '9199000017',
      titre_type: 'vls_ts_talent_famille',
      titre_debut: '2026-02-10',
      titre_fin: '2027-02-09',
      nom_naissance: 'TESTZHOU',
      prenoms: ['Min'],
      sexe: 'feminin',
      date_naissance: '1994-06-11',
      pays_naissance: 'CN',
      lieu_naissance: 'Chengdu',
      nationalites: ['CN'],
      adresse: {
        numero: '4',
        voie: 'Rue de Paris',
        complement: '',
        codePostal: '91120',
        ville: 'Palaiseau',
        pays: 'France',
        codeInsee: '91477',
      },
      email: 'min.testzhou@example.org',
      telephone: '0639980017',
      talent_lien: 'conjoint',
      talent_proche_nom: 'TESTLI',
      talent_proche_prenoms: ['Jun'],
      talent_titre_proche: 'talent',
      date_entree_france: '2026-02-12',
      situation_familiale: 'marie',
      date_union: '2022-05-20',
      pays_union: 'CN',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'personnel' },
  },
};
