// Work permit: code du travail L.5221-2, R.5221-1 ff. The usager is the EMPLOYER (`employeur_*`); the demandeur, under the usual codes, is
// the worker. Pieces: arrete of 1 April 2021 on the documents of R.5221-12, told from general knowledge (no text of it in what we hold).
import type { Champ, Condition, ListeDePieces, PieceDemandee, Procedure, Section } from '#domain/procedure/definition.ts';
import { etapesCourtes, PIECES_A_JOINDRE } from '../blocs/etapes-titulaire.ts';
import { contact, etatCivil } from '../blocs/identite.ts';

const GENERAL = { certitude: 'G', dateSource: '2026' } as const;
const ARRETE = 'Code du travail R.5221-12 ; arrêté du 1er avril 2021';
const EN_FRANCE: Condition = { champ: 'salarie_en_france', parmi: ['oui'] };
const EMPLOYEUR = 'L’employeur';
const SALARIE = 'Le salarié';

const employeur: Section = {
  code: 'employeur',
  titre: 'Vous, l’employeur',
  provenance: { source: 'Code du travail R.5221-11, R.5221-12 ; champs proposés', ...GENERAL },
  champs: [
    {
      code: 'employeur_siret',
      type: 'texte',
      forme: 'siret',
      max: 14,
      libelle: 'SIRET de l’établissement',
      aide: '14 chiffres.',
      requis: true,
    },
    { code: 'employeur_nom', type: 'texte', forme: 'ligne', max: 120, libelle: 'Raison sociale ou nom de l’employeur', requis: true },
    {
      code: 'employeur_adresse',
      type: 'adresse',
      libelle: 'Adresse de l’établissement où travaillera le salarié',
      aide: 'C’est la préfecture de cette adresse qui reçoit la demande.',
      requis: true,
    },
    { code: 'employeur_signataire', type: 'texte', forme: 'nom', max: 120, libelle: 'Personne qui signe la demande', requis: true },
    {
      code: 'employeur_effectif',
      type: 'nombre',
      min: 0,
      max: 500000,
      unite: 'salariés',
      libelle: 'Effectif de l’entreprise',
      requis: true,
    },
  ],
};

const deLaPersonne = (champ: Champ): Champ =>
  champ.type === 'choix'
    ? { ...champ, libelle: 'Quel est le sexe du salarié ?' }
    : champ.type === 'nationalites'
      ? {
          ...champ,
          exclut: {
            nationalites: ['FR'],
            message: 'Une personne de nationalité française travaille sans autorisation : cette démarche ne la concerne pas.',
          },
        }
      : champ.type === 'texte' || champ.type === 'textes'
        ? { ...champ, autocomplete: 'off' }
        : champ;

const salarie: Section = { ...etatCivil, titre: 'État civil du salarié', champs: etatCivil.champs.map(deLaPersonne) };

const emploi: Section = {
  code: 'emploi',
  titre: 'L’emploi',
  provenance: { source: 'Code du travail R.5221-3, R.5221-11, R.5221-20 ; champs proposés', ...GENERAL },
  champs: [
    {
      code: 'salarie_en_france',
      type: 'oui_non',
      libelle: 'Le salarié réside-t-il déjà en France ?',
      libelleCourt: 'Réside en France',
      requis: true,
    },
    {
      code: 'salarie_numero_etranger',
      type: 'texte',
      forme: 'chiffres',
      max: 10,
      libelle: 'Son numéro étranger',
      requis: true,
      visible: EN_FRANCE,
    },
    { code: 'emploi', type: 'texte', forme: 'ligne', max: 120, libelle: 'Emploi proposé', requis: true },
    {
      code: 'type_contrat',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Quel contrat ?',
      libelleCourt: 'Type de contrat',
      requis: true,
      options: [
        { code: 'cdi', libelle: 'Contrat à durée indéterminée' },
        { code: 'cdd', libelle: 'Contrat à durée déterminée' },
        { code: 'saisonnier', libelle: 'Contrat de travail saisonnier' },
      ],
    },
    { code: 'emploi_debut', type: 'date', passee: false, libelle: 'Date de début prévue', requis: true },
    {
      code: 'emploi_fin',
      type: 'date',
      passee: false,
      libelle: 'Date de fin',
      requis: true,
      visible: { champ: 'type_contrat', parmi: ['cdd', 'saisonnier'] },
    },
    { code: 'remuneration', type: 'nombre', min: 1, max: 1000000, unite: '€ bruts par mois', libelle: 'Salaire', requis: true },
    { code: 'duree_hebdomadaire', type: 'nombre', min: 1, max: 48, unite: 'heures par semaine', libelle: 'Durée du travail', requis: true },
    {
      code: 'recherche_candidat',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Avez-vous cherché un candidat sur le marché du travail ?',
      libelleCourt: 'Recherche de candidat',
      aide: 'L’offre est publiée trois semaines auprès du service public de l’emploi, sauf pour un métier en tension ou une personne dispensée (code du travail, art. R. 5221-20).',
      requis: true,
      options: [
        { code: 'faite', libelle: 'Oui, l’offre a été publiée trois semaines' },
        { code: 'dispense', libelle: 'Non : le métier est en tension, ou le salarié en est dispensé' },
      ],
    },
  ],
};

const engagements: Section = {
  code: 'engagements',
  titre: 'Déclarations de l’employeur',
  provenance: { source: 'Code du travail R.5221-20 2° ; champs proposés', ...GENERAL },
  champs: [
    {
      code: 'cotisations_a_jour',
      type: 'attestation',
      libelle: 'J’atteste que l’entreprise est à jour de ses cotisations sociales et n’a pas été condamnée pour travail illégal.',
      libelleCourt: 'Atteste être à jour de ses cotisations et sans condamnation',
      requis: true,
    },
    {
      code: 'salarie_informe',
      type: 'attestation',
      libelle: 'J’atteste que le salarié sait que cette demande est faite pour lui et m’a remis ses documents.',
      libelleCourt: 'Atteste que le salarié est informé',
      requis: true,
    },
  ],
};

const piece = (
  code: string,
  libelle: string,
  groupe: string,
  mode: PieceDemandee['mode'],
  plus: Partial<Pick<PieceDemandee, 'condition' | 'requis' | 'aide'>> = {},
): PieceDemandee => ({ code, libelle, groupe, requis: true, moment: 'depot', mode, source: ARRETE, ...GENERAL, ...plus });

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2021-05-01',
  source: ARRETE,
  raison: 'Liste d’ouverture sur ce portail, à confirmer sur le texte de l’arrêté',
  pieces: [
    piece('identite_salarie', 'Passeport ou pièce d’identité du salarié', SALARIE, {
      sorte: 'unique',
      document: 'Pages d’état civil et de validité',
    }),
    piece(
      'titre_salarie',
      'Titre de séjour du salarié',
      SALARIE,
      { sorte: 'unique', document: 'Copie des deux faces' },
      { condition: EN_FRANCE },
    ),
    piece('contrat_travail', 'Contrat de travail ou promesse d’embauche', SALARIE, {
      sorte: 'unique',
      document: 'Le contrat ou la promesse, signé de l’employeur',
    }),
    piece(
      'qualification_salarie',
      'Diplômes ou expérience du salarié',
      SALARIE,
      { sorte: 'au_moins_un', choix: ['Diplômes et titres', 'Certificats de travail', 'Curriculum vitæ'] },
      { aide: 'Obligatoire pour une profession réglementée.' },
    ),
    piece('existence_employeur', 'Justificatif d’existence de l’employeur', EMPLOYEUR, {
      sorte: 'un_parmi',
      choix: [
        'Extrait du registre du commerce de moins de trois mois',
        'Statuts ou récépissé de déclaration d’association',
        'Pour un particulier : pièce d’identité',
      ],
    }),
    piece(
      'offre_emploi',
      'Preuve de la publication de l’offre',
      EMPLOYEUR,
      {
        sorte: 'unique',
        document: 'Attestation du service public de l’emploi : trois semaines de publication, et réponse aux candidats',
      },
      { condition: { champ: 'recherche_candidat', parmi: ['faite'] } },
    ),
    piece('cotisations_employeur', 'Attestation de fourniture des déclarations et de paiement des cotisations', EMPLOYEUR, {
      sorte: 'unique',
      document: 'Attestation de l’Urssaf ou de la MSA de moins de six mois',
    }),
  ],
};

export const v1: Procedure = {
  slug: 'autorisation-de-travail',
  version: 1,
  code: 'AUT-TRAV',
  nom: 'Autorisation de travail',
  titreListe: 'DEMANDE D’AUTORISATION DE TRAVAIL',
  famille: 'travail',
  baseLegale: 'Code du travail L.5221-2, R.5221-1 à R.5221-22',
  sorte: 'autre',
  public: 'Vous êtes employeur et vous voulez embaucher une personne étrangère qui a besoin d’une autorisation pour travailler.',
  acces: { sorte: 'compte' },
  demandeur: 'salarie',
  ouverture: { depuis: '2021-05-01', source: 'Téléservice ouvert en avril 2021 : date à confirmer', ...GENERAL },
  fenetre: { sorte: 'libre', article: 'Code du travail R.5221-11' },
  traitement: 'instruction',
  situation: ['Vous êtes employeur', 'Vous demandez une autorisation de travail pour un salarié étranger'],
  titreDelivre: {
    libelle: 'Autorisation de travail',
    duree: 'Celle du contrat, dans la limite du titre de séjour',
  },
  // R.5221-17 and the decree of 2014 on implicit refusals are told from general knowledge
  silence: [{ delai: { mois: 2 }, article: 'Code du travail R.5221-17 ; règle générale du silence, à confirmer' }],
  documentProvisoire: {
    sorte: 'attestation',
    mention: 'Cette attestation ne permet pas au salarié de commencer à travailler.',
    article: 'Code du travail R.5221-1',
  },
  tarif: 'gratuit',
  adresseCompetente: 'employeur_adresse',
  provenance: { source: 'Code du travail R.5221-1 à R.5221-22', ...GENERAL },
  etapes: etapesCourtes(
    [
      { code: 'employeur', titre: 'L’employeur', sections: [employeur, contact] },
      { code: 'etat_civil', titre: 'Le salarié', sections: [salarie] },
      { code: 'motif', titre: 'L’emploi', sections: [emploi, engagements] },
    ],
    PIECES_A_JOINDRE,
  ),
  listes: [liste],
  exemple: {
    reponses: {
      employeur_siret: '73282932000074',
      employeur_nom: 'TESTBATIMENT SARL',
      employeur_adresse: {
        numero: '3',
        voie: 'Place du Théâtre',
        complement: '',
        codePostal: '59000',
        ville: 'Lille',
        pays: 'France',
        codeInsee: '59350',
      },
      employeur_signataire: 'Claire TESTLEROY',
      employeur_effectif: '24',
      email: 'claire.testleroy@example.org',
      telephone: '0199000002',
      nom_naissance: 'TESTHADDAD',
      prenoms: ['Sami'],
      sexe: 'masculin',
      date_naissance: '1991-03-18',
      pays_naissance: 'TN',
      lieu_naissance: 'Sfax',
      nationalites: ['TN'],
      salarie_en_france: 'non',
      emploi: 'Couvreur',
      type_contrat: 'cdi',
      emploi_debut: '2027-02-01',
      remuneration: '2300',
      duree_hebdomadaire: '35',
      recherche_candidat: 'dispense',
      cotisations_a_jour: 'oui',
      salarie_informe: 'oui',
    },
    variantes: {},
  },
};
