// THE TABLE: who may do what to a dossier, from which statut, and where it leads. Buttons, guards, events and the diagram of
// the README come from here. Actions that leave the statut unchanged are in the table too: they are allowed somewhere, not everywhere.
import type { Role } from '../access/actors.ts';
import type { Droit } from '../access/mandat.ts';
import type { TypeEvenement } from './evenements.ts';
import { DEPOSES, OUVERTS, type Statut } from './statuts.ts';

/** Who opens dossiers; which ones, the scope says. */
const LECTEURS = ['instructeur', 'valideur', 'chef', 'referent_vulnerabilite'] as const satisfies readonly Role[];

/** Facts that an action may require, decided in decide.ts; each has its refusal. */
export const EXIGENCES = [
  'etapes_completes',
  'aucun_complement_ouvert',
  'complement_ouvert',
  'examen_termine',
  'numero_etranger_attribue',
  'sans_numero_etranger',
  'pieces_verifiees',
  'motifs_si_refus',
  'signataire_distinct',
  'proposition_favorable',
  'proposition_de_refus',
  'delegation_favorable',
  'delegation_refus',
  'traitement_automatique',
  'acces_ordinaire',
  'acces_restreint',
  'sans_agent',
  'avis_prealables_rendus',
  'cloture_justifiee',
  'proposition_de_cloture',
  'delegation_cloture',
  'delegation_attestation',
  'attestation_due',
  'titre_non_commande',
  'biometrie_presente',
  'titre_attendu',
  'titre_a_remettre',
] as const;
export type Exigence = (typeof EXIGENCES)[number];

export const ACTIONS = [
  'enregistrer',
  'abandonner',
  'attester_blocage',
  'deposer',
  'valider_seul',
  'prendre_en_charge',
  'attribuer_numero',
  'verifier_piece',
  'ecarter_fichier',
  'demander_complement',
  'repondre_complement',
  'lever_complement',
  'demander_prolongation',
  'prolonger_complement',
  'enregistrer_recommande',
  'attribuer',
  'transferer',
  'noter',
  'ecarter_doublon',
  'demander_avis',
  'enregistrer_certificat',
  'rendre_avis',
  'ecrire',
  'completer',
  'repondre',
  'verser',
  'retirer',
  'delivrer_api',
  'constater_silence',
  'proposer',
  'renvoyer',
  'corriger_lettre',
  'accepter',
  'refuser',
  'cloturer',
  'annuler_decision',
  'commander_titre',
  'recevoir_titre',
  'convoquer',
  'deplacer_rendez_vous',
  'annuler_rendez_vous',
  'constater_absence',
  'relever_biometrie',
  'remettre',
  'restreindre',
  'habiliter',
  'lever_restriction',
] as const;
export type Action = (typeof ACTIONS)[number];

export type Transition = {
  de: readonly Statut[];
  /** absent: the statut stays */
  vers?: Statut;
  par: readonly Role[];
  exige?: readonly Exigence[];
  /** what a mandataire, or the agent d'accueil at the desk, must have been given to do it for the holder; absent: the holder alone */
  droit?: Droit;
  emet: TypeEvenement;
  /** label of the button */
  libelle: string;
};

export const CYCLE = {
  enregistrer: {
    de: ['brouillon'],
    par: ['usager', 'accueil'],
    droit: 'remplir',
    emet: 'etape_validee',
    libelle: 'Enregistrer et poursuivre',
  },
  // by the machine: D-12, after its warning
  abandonner: { de: ['brouillon'], vers: 'abandonne', par: ['usager', 'systeme'], emet: 'abandonne', libelle: 'Abandonner la demande' },
  // the proof that opens the deposit at the desk (R.431-2, arrete of 1 August 2023)
  attester_blocage: {
    de: ['brouillon'],
    par: ['usager'],
    droit: 'remplir',
    emet: 'blocage_atteste',
    libelle: 'Obtenir une attestation de blocage',
  },
  deposer: {
    de: ['brouillon'],
    vers: 'depose',
    par: ['usager', 'accueil'],
    droit: 'deposer',
    exige: ['etapes_completes'],
    emet: 'depose',
    libelle: 'Déposer la demande',
  },
  // the validation of a VLS-TS: checked by the machine, no agent decides (R.431-17)
  valider_seul: {
    de: ['depose'],
    vers: 'accepte',
    par: ['systeme'],
    exige: ['traitement_automatique'],
    emet: 'validation_automatique',
    libelle: 'Valider sans agent',
  },
  // already examined: it comes from another prefecture, or its agent has left
  prendre_en_charge: {
    de: ['depose', 'en_instruction'],
    vers: 'en_instruction',
    par: ['instructeur'],
    exige: ['sans_agent'],
    emet: 'pris_en_charge',
    libelle: 'Prendre en charge',
  },
  attribuer: { de: OUVERTS, par: ['chef', 'systeme'], emet: 'attribue', libelle: 'Attribuer à un agent' },
  transferer: {
    de: ['depose', 'en_instruction'],
    par: ['instructeur', 'chef'],
    emet: 'transfere',
    libelle: 'Transférer à une autre préfecture',
  },
  noter: { de: DEPOSES, par: LECTEURS, emet: 'note_ajoutee', libelle: 'Ajouter une note' },
  ecarter_doublon: { de: OUVERTS, par: ['instructeur'], emet: 'doublon_ecarte', libelle: 'Ce n’est pas la même personne' },
  attribuer_numero: {
    de: ['en_instruction'],
    par: ['instructeur'],
    exige: ['sans_numero_etranger'],
    emet: 'numero_attribue',
    libelle: 'Attribuer un numéro étranger',
  },
  verifier_piece: { de: ['en_instruction'], par: ['instructeur'], emet: 'piece_verifiee', libelle: 'Enregistrer l’avis sur la pièce' },
  // R.142-11: the file holds nothing medical, and nothing of somebody who is not concerned (C37)
  ecarter_fichier: { de: OUVERTS, par: ['instructeur'], emet: 'fichier_ecarte', libelle: 'Retirer ce fichier du dossier' },
  // the request is a row; the statut stays (D-06)
  demander_complement: {
    de: ['en_instruction'],
    par: ['instructeur'],
    exige: ['aucun_complement_ouvert'],
    emet: 'complement_demande',
    libelle: 'Demander un complément',
  },
  // at the desk: for who has no space. Late, while a closing is proposed: it no longer has its reason, the examination begins again
  repondre_complement: {
    de: ['en_instruction', 'propose'],
    vers: 'en_instruction',
    par: ['usager', 'accueil'],
    droit: 'repondre',
    exige: ['complement_ouvert'],
    emet: 'complement_repondu',
    libelle: 'Valider et envoyer',
  },
  // the absence of a piece that is not indispensable does not stop the examination (CRPA L.114-5-1)
  lever_complement: {
    de: ['en_instruction'],
    par: ['instructeur'],
    exige: ['complement_ouvert'],
    emet: 'complement_leve',
    libelle: 'Continuer sans attendre la réponse',
  },
  demander_prolongation: {
    de: ['en_instruction'],
    par: ['usager'],
    droit: 'repondre',
    exige: ['complement_ouvert'],
    emet: 'prolongation_demandee',
    libelle: 'Demander un délai supplémentaire',
  },
  prolonger_complement: {
    de: ['en_instruction'],
    par: ['instructeur'],
    exige: ['complement_ouvert'],
    emet: 'complement_prolonge',
    libelle: 'Accorder un délai',
  },
  enregistrer_recommande: {
    de: ['en_instruction'],
    par: ['instructeur'],
    exige: ['complement_ouvert'],
    emet: 'recommande_enregistre',
    libelle: 'Enregistrer la lettre recommandée',
  },
  demander_avis: { de: ['en_instruction'], par: ['instructeur'], emet: 'avis_demande', libelle: 'Demander un avis' },
  // only the day: nothing medical ever comes to the prefecture (R.425-12)
  enregistrer_certificat: {
    de: ['en_instruction'],
    par: ['instructeur'],
    emet: 'certificat_recu',
    libelle: 'Enregistrer la réception du certificat par l’OFII',
  },
  rendre_avis: {
    de: ['en_instruction'],
    par: ['instructeur', 'referent_fraude', 'systeme'],
    emet: 'avis_rendu',
    libelle: 'Enregistrer l’avis',
  },
  ecrire: { de: DEPOSES, par: ['usager'], droit: 'repondre', emet: 'message_recu', libelle: 'Écrire à l’administration' },
  // D-08: until a decision is proposed
  completer: {
    de: ['depose', 'en_instruction'],
    par: ['usager'],
    droit: 'repondre',
    emet: 'complement_spontane',
    libelle: 'Ajouter des éléments',
  },
  // the row is written by the agent; the event is the departure, once nobody has taken it back
  repondre: { de: DEPOSES, par: ['systeme'], emet: 'message_envoye', libelle: 'Envoyer le message' },
  // a file that the person added on their own becomes a version of a piece of the list
  verser: {
    de: ['depose', 'en_instruction'],
    par: ['instructeur'],
    emet: 'piece_versee',
    libelle: 'Verser à une pièce',
  },
  // the written request of a person without e-mail is recorded at the desk
  retirer: {
    de: OUVERTS,
    vers: 'retire',
    par: ['usager', 'accueil', 'instructeur'],
    droit: 'deposer',
    emet: 'retire',
    libelle: 'Retirer la demande',
  },
  // by the machine when the law leaves nothing to judge (D-18), by agents for the rest
  delivrer_api: {
    de: OUVERTS,
    par: ['instructeur', 'valideur', 'systeme'],
    exige: ['attestation_due', 'delegation_attestation'],
    emet: 'api_delivree',
    libelle: 'Délivrer l’attestation de prolongation',
  },
  constater_silence: { de: OUVERTS, par: ['systeme'], emet: 'silence_atteint', libelle: 'Constater le silence' },
  proposer: {
    de: ['en_instruction'],
    vers: 'propose',
    par: ['instructeur'],
    exige: [
      'cloture_justifiee',
      'examen_termine',
      'numero_etranger_attribue',
      'pieces_verifiees',
      'motifs_si_refus',
      'avis_prealables_rendus',
    ],
    emet: 'decision_proposee',
    libelle: 'Proposer la décision',
  },
  renvoyer: {
    de: ['propose'],
    vers: 'en_instruction',
    par: ['valideur'],
    emet: 'proposition_renvoyee',
    libelle: 'Renvoyer à l’instructeur',
  },
  // the text that will be signed; the difference is shown
  corriger_lettre: { de: ['propose'], par: ['valideur'], emet: 'lettre_corrigee', libelle: 'Corriger le texte' },
  accepter: {
    de: ['propose'],
    vers: 'accepte',
    par: ['valideur'],
    exige: ['proposition_favorable', 'signataire_distinct', 'delegation_favorable'],
    emet: 'decision_favorable',
    libelle: 'Signer la décision favorable',
  },
  refuser: {
    de: ['propose'],
    vers: 'refuse',
    par: ['valideur'],
    exige: ['proposition_de_refus', 'signataire_distinct', 'motifs_si_refus', 'delegation_refus'],
    emet: 'decision_refus',
    libelle: 'Signer le refus',
  },
  cloturer: {
    de: ['propose'],
    vers: 'clos',
    par: ['valideur'],
    exige: ['proposition_de_cloture', 'signataire_distinct', 'delegation_cloture'],
    emet: 'decision_cloture',
    libelle: 'Signer la clôture',
  },
  annuler_decision: {
    de: ['accepte', 'refuse', 'clos'],
    vers: 'en_instruction',
    par: ['valideur'],
    emet: 'decision_annulee',
    libelle: 'Annuler la décision et rouvrir',
  },
  commander_titre: {
    de: ['accepte'],
    par: ['systeme', 'instructeur'],
    exige: ['titre_non_commande', 'biometrie_presente'],
    emet: 'titre_commande',
    libelle: 'Commander le titre',
  },
  recevoir_titre: {
    de: ['accepte'],
    par: ['accueil', 'instructeur'],
    exige: ['titre_attendu'],
    emet: 'titre_recu',
    libelle: 'Enregistrer l’arrivée du titre',
  },
  convoquer: {
    de: ['en_instruction', 'accepte'],
    par: ['accueil', 'instructeur', 'systeme'],
    emet: 'convocation_envoyee',
    libelle: 'Convoquer',
  },
  deplacer_rendez_vous: {
    de: ['en_instruction', 'accepte'],
    par: ['usager', 'accueil', 'instructeur'],
    droit: 'repondre',
    emet: 'rendez_vous_deplace',
    libelle: 'Déplacer le rendez-vous',
  },
  annuler_rendez_vous: {
    de: ['en_instruction', 'accepte'],
    par: ['accueil', 'instructeur'],
    emet: 'rendez_vous_annule',
    libelle: 'Annuler le rendez-vous',
  },
  constater_absence: {
    de: ['en_instruction', 'accepte'],
    par: ['accueil', 'instructeur'],
    emet: 'rendez_vous_manque',
    libelle: 'La personne n’est pas venue',
  },
  relever_biometrie: {
    de: ['en_instruction', 'accepte'],
    par: ['accueil'],
    emet: 'biometrie_relevee',
    libelle: 'Empreintes relevées, originaux vus',
  },
  // an unrecorded hand-over blocks the next request of the person (Defenseur des droits, 2024)
  remettre: {
    de: ['accepte'],
    vers: 'remis',
    par: ['accueil'],
    exige: ['titre_a_remettre'],
    emet: 'titre_remis',
    libelle: 'Remettre le titre',
  },
  // whoever sees the danger closes the door at once; who opens it again is decided by the chef or the referent (03-instruction 12)
  restreindre: {
    de: DEPOSES,
    par: ['instructeur', 'chef', 'referent_vulnerabilite'],
    exige: ['acces_ordinaire'],
    emet: 'acces_restreint',
    libelle: 'Restreindre l’accès',
  },
  habiliter: {
    de: DEPOSES,
    par: ['chef', 'referent_vulnerabilite'],
    exige: ['acces_restreint'],
    emet: 'habilitations_modifiees',
    libelle: 'Modifier les agents habilités',
  },
  lever_restriction: {
    de: DEPOSES,
    par: ['chef', 'referent_vulnerabilite'],
    exige: ['acces_restreint'],
    emet: 'restriction_levee',
    libelle: 'Lever la restriction',
  },
} as const satisfies Readonly<Record<Action, Transition>>;
