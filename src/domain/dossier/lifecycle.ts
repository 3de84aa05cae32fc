// THE TABLE: who may do what to a dossier, from which statut, and where it leads. Buttons, guards, events and the diagram of
// the README come from here. Actions that leave the statut unchanged are in the table too: they are allowed somewhere, not everywhere.
import type { Role } from '../access/actors.ts';
import type { Droit } from '../access/mandat.ts';
import type { TypeEvenement } from './evenements.ts';
import { DEPOSES, type Statut } from './statuts.ts';

/** Facts that an action may require, decided in decide.ts; each has its refusal. */
export const EXIGENCES = [
  'etapes_completes',
  'aucun_complement_ouvert',
  'complement_ouvert',
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
  'demander_complement',
  'repondre_complement',
  'proposer',
  'renvoyer',
  'accepter',
  'refuser',
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
  abandonner: { de: ['brouillon'], vers: 'abandonne', par: ['usager'], emet: 'abandonne', libelle: 'Abandonner la demande' },
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
  prendre_en_charge: { de: ['depose'], vers: 'en_instruction', par: ['instructeur'], emet: 'pris_en_charge', libelle: 'Prendre en charge' },
  attribuer_numero: {
    de: ['en_instruction'],
    par: ['instructeur'],
    exige: ['sans_numero_etranger'],
    emet: 'numero_attribue',
    libelle: 'Attribuer un numéro étranger',
  },
  verifier_piece: { de: ['en_instruction'], par: ['instructeur'], emet: 'piece_verifiee', libelle: 'Enregistrer l’avis sur la pièce' },
  // the request is a row; the statut stays (D-06)
  demander_complement: {
    de: ['en_instruction'],
    par: ['instructeur'],
    exige: ['aucun_complement_ouvert'],
    emet: 'complement_demande',
    libelle: 'Demander un complément',
  },
  // at the desk: for who has no e-mail, and so no space to answer from
  repondre_complement: {
    de: ['en_instruction'],
    par: ['usager', 'accueil'],
    droit: 'repondre',
    exige: ['complement_ouvert'],
    emet: 'complement_repondu',
    libelle: 'Valider et envoyer',
  },
  proposer: {
    de: ['en_instruction'],
    vers: 'propose',
    par: ['instructeur'],
    exige: ['aucun_complement_ouvert', 'numero_etranger_attribue', 'pieces_verifiees', 'motifs_si_refus'],
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
