// Travailleur saisonnier, first card (from the visa of three months) or renewal: CESEDA L.421-34. The work authorisation comes first
// (L.414-12): it is a piece, and the right to work meanwhile depends on it (R.431-15-2).
import type { Condition, Procedure } from '#domain/procedure/definition.ts';
import { AUTORISE, emploiSaisonnier } from '../blocs/emploi.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { attestations } from '../blocs/famille.ts';
import { certificatMedical, contratEngagement, domicile, ephoto, nationalite, timbre, visaLongSejour } from '../blocs/pieces.ts';
import { etatCivil, titreActuel } from '../blocs/pieces-titulaire.ts';
import { autorisationTravail, contratSaison, engagementResidence, respectSixMois } from '../blocs/pieces-travail.ts';
import { API, FIN_DE_TITRE, OUVERTURE_2023 } from '../blocs/regles.ts';

const premiereCarte: Condition = { champ: 'titre_type', parmi: ['visa_saisonnier'] };
const renouvellement: Condition = { champ: 'titre_type', parmi: ['saisonnier'] };

export const v1: Procedure = {
  slug: 'saisonnier',
  version: 1,
  code: 'SAI-1',
  nom: 'Travailleur saisonnier – première carte ou renouvellement',
  titreListe: 'DEMANDE DE TITRE DE SÉJOUR - TRAVAILLEUR SAISONNIER',
  famille: 'travail',
  baseLegale: 'CESEDA L.421-34, L.414-12, L.411-4 7°',
  // a holder begins it in every case; who comes from the visa follows the entry (R.431-4), not the end of the visa
  sorte: 'renouvellement',
  public: 'Vous avez un visa ou une carte « travailleur saisonnier » et vous travaillez en France au plus six mois par an.',
  acces: { sorte: 'titre', titres: ['visa_saisonnier', 'saisonnier'] },
  demandeur: 'soi',
  ouverture: OUVERTURE_2023,
  fenetre: FIN_DE_TITRE,
  traitement: 'instruction',
  situation: [
    'Vous êtes titulaire d’un visa ou d’une carte « travailleur saisonnier »',
    'Vous sollicitez une carte « travailleur saisonnier »',
  ],
  titreDelivre: { libelle: 'Carte de séjour pluriannuelle « travailleur saisonnier »', duree: '3 ans au plus' },
  silence: [{ delai: { jours: 90 }, article: 'R.421-60, R.432-2' }],
  documentProvisoire: API,
  travailPendantInstruction: {
    article: 'R.431-15-2, alinéa 2 ; code du travail L.5221-2',
    si: AUTORISE,
    precision: 'Seulement si l’autorisation de travail obtenue par votre employeur est en cours de validité.',
  },
  tarif: 'reduit',
  tarifSelon: [{ si: renouvellement, tarif: 'reduit_renouvellement' }],
  provenance: { source: 'CESEDA L.421-34 ; service-public.fr F21516', certitude: 'L', dateSource: '2026-04-03' },
  etapes: quatreEtapes({ titre: 'Votre emploi', sections: [emploiSaisonnier, attestations] }),
  listes: [
    {
      version: 1,
      effetLe: '2024-07-17',
      source: 'CESEDA L.421-34, R.431-10, R.433-2, R.412-1 ; service-public.fr F21516',
      raison: 'Liste d’ouverture',
      pieces: [
        ephoto,
        {
          ...visaLongSejour,
          condition: premiereCarte,
          source: 'CESEDA L.412-1 ; service-public.fr F21516',
          certitude: 'L',
          dateSource: '2026-04-03',
        },
        { ...titreActuel, condition: renouvellement },
        nationalite,
        { ...etatCivil, condition: premiereCarte },
        domicile,
        autorisationTravail,
        contratSaison,
        engagementResidence,
        { ...respectSixMois, condition: renouvellement },
        contratEngagement,
        timbre,
        // R.431-18 speaks of the VLS-TS only; the sheet asks it at the first card
        {
          ...certificatMedical,
          condition: premiereCarte,
          source: 'Service-public.fr F21516',
          certitude: 'P',
          dateSource: '2020-01-21',
        },
      ],
    },
  ],
  // C19
  exemple: {
    reponses: {
      numero_etranger: '6699000014',
      titre_type: 'saisonnier',
      titre_debut: '2024-02-11',
      titre_fin: '2027-02-10',
      nom_naissance: 'TESTALAOUI',
      prenoms: ['Karim'],
      sexe: 'masculin',
      date_naissance: '1990-05-05',
      pays_naissance: 'MA',
      lieu_naissance: 'Berkane',
      nationalites: ['MA'],
      employeur_nom: 'Vergers d’essai',
      employeur_siret: '73282932000074',
      emploi: 'Ouvrier agricole',
      type_contrat: 'saisonnier',
      emploi_debut: '2027-03-01',
      emploi_fin: '2027-08-31',
      remuneration: '1900',
      autorisation_travail_valide: 'oui',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
      adresse: {
        numero: '40',
        voie: 'Chemin des Vergers',
        complement: '',
        codePostal: '66000',
        ville: 'Perpignan',
        pays: 'France',
        codeInsee: '66136',
      },
      adresse_inchangee: 'oui',
      email: 'karim.testalaoui@example.org',
      telephone: '0639980014',
    },
    variantes: { domicile: 'particulier' },
  },
};
