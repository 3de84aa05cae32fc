// What can happen to a dossier. The same append-only rows are the history, the audit trail and the outbox.
// `faits` is what the readers of an event need; never an answer or a name.
import type { Jour } from '../jour.ts';

export type FaitsEvenement = {
  commence: { procedure: string };
  /** begun online, it goes on at the desk (R.431-2): `ticket` recorded the impossibility */
  repris_au_guichet: { ticket: string };
  etape_validee: { etape: string };
  situation_changee: { de: string; vers: string };
  abandonne: Record<never, never>;
  /** instants in ISO 8601; `erreur`: number of the fault */
  blocage_atteste: { etape: string; page: string; fautes: { le: string; erreur: string }[] };
  depose: { numero: string; prefecture: string };
  pris_en_charge: Record<never, never>;
  numero_attribue: { numeroEtranger: string };
  piece_verifiee: { piece: string; verdict: 'conforme' | 'non_conforme' };
  /** a file that has no place here was removed, bytes and name; `piece`: code, or null when it came with a message, poured into none */
  fichier_ecarte: { piece: string | null; motif: MotifEcart };
  complement_demande: { complement: string };
  /** `tombe`: what was proposed when the answer came, and is no more */
  complement_repondu: { complement: string; tombe?: Sens };
  /** the agent goes on with what is there (CRPA L.114-5-1) */
  complement_leve: { complement: string; motif: string };
  prolongation_demandee: { complement: string };
  complement_prolonge: { complement: string; jusqu: Jour };
  /** told by the machine, `jours` before the end */
  complement_rappele: { complement: string; jours: number };
  /** without agreement to be notified electronically, the registered letter says when the period began (D-07) */
  recommande_enregistre: { complement: string; presenteLe: Jour };
  /** checked and accepted by the machine alone */
  validation_automatique: { numero: string };
  /** the machine could not check: an agent will; `remarque` says what */
  controle_automatique: { remarque: string };
  /** what an accepted declaration changed outside of its dossier; `remarque`: in plain words, never the values */
  effet_applique: { effet: string; remarque: string };
  /** on a draft: the address declared in `numero` was taken over */
  adresse_reprise: { numero: string };
  /** on an open dossier: its person declared a change in `numero`; `vers`: prefecture now competent, when it is another */
  changement_signale: { numero: string; remarque: string; vers: string | null };
  /** `agent`: null when nobody has it in charge any more */
  attribue: { agent: string | null };
  /** codes of prefectures */
  transfere: { de: string; vers: string; motif: MotifTransfert };
  /** `controle`: a check ticked by hand (domain/dossier/controles), and where it stands now */
  note_ajoutee: { note: string; controle?: string; etat?: 'vu' | 'a_reprendre' };
  /** another dossier that looked like the same person's, and is not */
  doublon_ecarte: { numero: string };
  avis_demande: { avis: string; sorte: SorteAvis };
  /** the OFII has the medical certificate: its three months begin (R.425-13) */
  certificat_recu: { avis: string; le: Jour };
  avis_rendu: { avis: string; sorte: SorteAvis; sens: SensAvis };
  /** an agent's message has left: until then it is not said */
  message_envoye: { message: string };
  message_recu: { message: string };
  /** D-08: files or words added by the person on their own */
  complement_spontane: { message: string };
  /** `piece`: code; `fichier`: of the message that brought it */
  piece_versee: { piece: string; fichier: string };
  /** by an agent: the day and the reason of the letter that asks for it */
  retire: { lettreLe?: Jour; remarque?: string };
  decision_proposee: { sens: Sens };
  proposition_renvoyee: { remarque: string };
  /** by the valideur, before signing; `parties`: what was rewritten (domain/dossier/lettres) */
  lettre_corrigee: { parties: readonly string[] };
  piece_modifiee: Record<never, never>;
  /** the antivirus answered after the deposit: the bytes are gone; `piece`: code */
  fichier_infecte: { piece: string };
  mandat_accepte: { mandat: string };
  mandat_fini: { mandat: string };
  /** `delegation`: reference of the arrete under which it is signed (absent of the decisions older than the delegations) */
  decision_favorable: { signataire: string; delegation: string; empreinte?: string };
  /** `empreinte`: SHA-256 of the text signed, which is the text printed. `oqtf`: an obligation to leave goes with it, the appeal period is one month (L.614-1) */
  decision_refus: { signataire: string; delegation: string; oqtf?: boolean; empreinte?: string };
  /** clos without a decision on the merits (03-instruction 6) */
  decision_cloture: { signataire: string; delegation: string; empreinte?: string };
  /**
   * withdrawn by the administration, or annulled by a judge: the examination begins again. `texte`: what was signed, when no document had
   * been made of it: nothing else keeps it once something else is proposed
   */
  decision_annulee: { motif: MotifAnnulation; remarque: string; texte?: string };
  /** R.431-15-1: last day included. `delegation`: of the agent who issued it; absent: by the machine, at the deposit */
  api_delivree: { du: Jour; jusqu: Jour; motif: MotifApi; delegation?: string };
  /** R.*432-1: the silence has made a decision that day; a favourable one is still possible */
  silence_atteint: { le: Jour };
  silence_proche: { le: Jour; jours: number };
  titre_commande: Record<never, never>;
  titre_recu: Record<never, never>;
  convocation_envoyee: { convocation: string };
  rendez_vous_rappele: { convocation: string };
  rendez_vous_deplace: { convocation: string; remplace: string };
  rendez_vous_annule: { convocation: string };
  rendez_vous_manque: { convocation: string };
  /** fingerprints and originals seen */
  biometrie_relevee: { convocation: string };
  titre_remis: Record<never, never>;
  /** identifiers of the agents who may open it */
  acces_restreint: { habilites: readonly string[] };
  habilitations_modifiees: { habilites: readonly string[] };
  restriction_levee: Record<never, never>;
};

/** Written without an act of the life cycle of its own: found by the machine, or entailed by another act. */
export type FaitDuPortail =
  | 'rendez_vous_annule'
  | 'fichier_infecte'
  | 'controle_automatique'
  | 'effet_applique'
  | 'adresse_reprise'
  | 'changement_signale';

/** By which a request ends in favour of the person or against them: what `decision_annulee` undoes. */
export const DECISIONS: readonly TypeEvenement[] = ['decision_favorable', 'decision_refus', 'decision_cloture', 'validation_automatique'];

export const MOTIFS_ECART = ['medical', 'autre_personne'] as const;
export type MotifEcart = (typeof MOTIFS_ECART)[number];

export type Sens = 'favorable' | 'refus' | 'cloture';

export const SORTES_AVIS = ['commission', 'ofii', 'fraude', 'maire'] as const;
export type SorteAvis = (typeof SORTES_AVIS)[number];
/** `repute`: deemed given at the end of its period (R.432-8, L.413-7) */
export const SENS_AVIS = ['favorable', 'defavorable', 'reserve', 'repute'] as const;
export type SensAvis = (typeof SENS_AVIS)[number];
export const MOTIFS_TRANSFERT = ['changement_d_adresse', 'erreur'] as const;
export type MotifTransfert = (typeof MOTIFS_TRANSFERT)[number];
export const MOTIFS_ANNULATION = ['retrait', 'recours_gracieux', 'annulation_juge'] as const;
export type MotifAnnulation = (typeof MOTIFS_ANNULATION)[number];
/** at the deposit (R.431-15-3, -4) · the document held ends (R.431-15-1) · a former API ends · a commission is asked (R.432-9) */
export type MotifApi = 'depot' | 'fin_de_document' | 'renouvellement' | 'commission';
export type TypeEvenement = keyof FaitsEvenement;

/**
 * The history in plain words; null: not shown to that reader. `autrui`: the same thing done by somebody else for the person, told to
 * both the person and the agent ({qui}: a mandataire with their quality, or the agent d'accueil at the desk).
 */
export const LIBELLE_EVENEMENT: Readonly<Record<TypeEvenement, { usager: string | null; agent: string | null; autrui?: string }>> = {
  commence: { usager: 'Vous avez commencé votre demande.', agent: null, autrui: '{qui} a commencé la demande.' },
  repris_au_guichet: { usager: null, agent: 'Demande reprise au guichet.', autrui: '{qui} a repris la demande au guichet.' },
  etape_validee: { usager: null, agent: null, autrui: '{qui} a rempli une étape de la demande.' },
  situation_changee: { usager: 'Vous avez modifié votre situation.', agent: null, autrui: '{qui} a modifié la situation.' },
  abandonne: { usager: 'Vous avez abandonné votre demande.', agent: 'La demande a été abandonnée.' },
  blocage_atteste: {
    usager: 'Le portail vous a délivré une attestation de blocage.',
    agent: 'Attestation de blocage délivrée.',
    autrui: '{qui} a demandé une attestation de blocage.',
  },
  depose: { usager: 'Vous avez déposé votre demande.', agent: 'Demande déposée.', autrui: '{qui} a déposé la demande.' },
  pris_en_charge: { usager: 'Un agent a commencé l’examen de votre demande.', agent: 'Dossier pris en charge.' },
  numero_attribue: { usager: 'Votre numéro étranger vous a été attribué.', agent: 'Numéro étranger attribué.' },
  piece_verifiee: { usager: null, agent: 'Pièce vérifiée.' },
  fichier_ecarte: {
    usager: 'L’administration a retiré un fichier qui n’avait pas à être joint.',
    agent: 'Fichier retiré du dossier.',
  },
  complement_demande: { usager: 'L’administration vous a demandé un complément.', agent: 'Complément demandé.' },
  complement_repondu: {
    usager: 'Vous avez répondu à la demande de complément.',
    agent: 'La personne a répondu à la demande de complément.',
    autrui: '{qui} a répondu à la demande de complément.',
  },
  validation_automatique: {
    usager: 'Le portail a vérifié votre visa et enregistré sa validation.',
    agent: 'Validation automatique, sans intervention d’un agent.',
  },
  controle_automatique: { usager: null, agent: 'Contrôle automatique impossible : à examiner.' },
  effet_applique: { usager: 'Votre changement est enregistré.', agent: 'Changement enregistré.' },
  adresse_reprise: { usager: 'Votre nouvelle adresse a été reprise dans cette demande.', agent: null },
  changement_signale: { usager: null, agent: 'La personne a déclaré un changement dans une autre demande.' },
  complement_leve: {
    usager: 'La demande de complément est levée : l’examen continue avec ce que vous avez donné.',
    agent: 'Demande de complément levée.',
  },
  prolongation_demandee: {
    usager: 'Vous avez demandé un délai supplémentaire.',
    agent: 'La personne demande un délai supplémentaire.',
    autrui: '{qui} a demandé un délai supplémentaire.',
  },
  complement_prolonge: { usager: 'Un délai supplémentaire vous a été accordé.', agent: 'Délai de réponse prolongé.' },
  complement_rappele: { usager: 'Un rappel vous a été envoyé.', agent: 'Rappel envoyé à la personne.' },
  recommande_enregistre: { usager: null, agent: 'Lettre recommandée enregistrée.' },
  attribue: { usager: null, agent: 'Dossier attribué.' },
  transfere: { usager: 'Votre dossier a été transmis à une autre préfecture.', agent: 'Dossier transféré.' },
  note_ajoutee: { usager: null, agent: 'Note interne ajoutée.' },
  doublon_ecarte: { usager: null, agent: 'Doublon écarté.' },
  avis_demande: { usager: 'L’administration a demandé un avis sur votre demande.', agent: 'Avis demandé.' },
  certificat_recu: { usager: null, agent: 'Certificat médical reçu par l’OFII.' },
  avis_rendu: { usager: 'L’avis demandé sur votre demande a été rendu.', agent: 'Avis rendu.' },
  message_envoye: { usager: 'L’administration vous a écrit.', agent: 'Message envoyé à la personne.' },
  message_recu: {
    usager: 'Vous avez écrit à l’administration.',
    agent: 'La personne a écrit.',
    autrui: '{qui} a écrit à l’administration.',
  },
  complement_spontane: {
    usager: 'Vous avez ajouté des éléments à votre demande.',
    agent: 'La personne a ajouté des éléments d’elle-même.',
    autrui: '{qui} a ajouté des éléments à la demande.',
  },
  piece_versee: {
    usager: 'Un document que vous aviez ajouté est rangé parmi vos justificatifs.',
    agent: 'Document ajouté par la personne, versé à une pièce.',
  },
  retire: {
    usager: 'Vous avez retiré votre demande.',
    agent: 'Demande retirée.',
    autrui: 'La demande a été retirée par {qui}.',
  },
  decision_cloture: { usager: 'Votre demande a été clôturée.', agent: 'Clôture signée.' },
  decision_annulee: {
    usager: 'La décision est annulée : votre demande est examinée de nouveau.',
    agent: 'Décision annulée, dossier rouvert.',
  },
  api_delivree: {
    usager: 'Une attestation de prolongation de l’instruction vous a été délivrée.',
    agent: 'Attestation de prolongation délivrée.',
  },
  silence_proche: { usager: null, agent: 'Fin du délai de silence proche.' },
  silence_atteint: {
    usager: 'Le délai de réponse de l’administration est dépassé.',
    agent: 'Silence gardé jusqu’à la décision implicite de rejet.',
  },
  titre_commande: { usager: 'Votre titre est en cours de fabrication.', agent: 'Titre commandé.' },
  titre_recu: { usager: 'Votre titre est arrivé à la préfecture.', agent: 'Titre reçu à la préfecture.' },
  convocation_envoyee: { usager: 'Un rendez-vous vous a été donné.', agent: 'Convocation envoyée.' },
  rendez_vous_rappele: { usager: 'Votre rendez-vous vous a été rappelé.', agent: 'Rendez-vous rappelé.' },
  rendez_vous_deplace: { usager: 'Votre rendez-vous a été déplacé.', agent: 'Rendez-vous déplacé.' },
  rendez_vous_annule: { usager: 'Votre rendez-vous a été annulé.', agent: 'Rendez-vous annulé.' },
  rendez_vous_manque: { usager: 'Vous n’êtes pas venu au rendez-vous.', agent: 'Rendez-vous manqué.' },
  biometrie_relevee: { usager: 'Vos empreintes ont été relevées.', agent: 'Empreintes relevées, originaux vus.' },
  titre_remis: { usager: 'Votre titre vous a été remis.', agent: 'Titre remis.' },
  decision_proposee: { usager: null, agent: 'Décision proposée.' },
  proposition_renvoyee: { usager: null, agent: 'Proposition renvoyée à l’instructeur.' },
  lettre_corrigee: { usager: null, agent: 'Texte de la décision corrigé avant signature.' },
  decision_favorable: { usager: 'Votre demande a été acceptée.', agent: 'Décision favorable signée.' },
  decision_refus: { usager: 'Votre demande a été refusée.', agent: 'Refus signé.' },
  // only told when somebody else did it: what the person joins themselves is in the list of pieces
  piece_modifiee: { usager: null, agent: null, autrui: '{qui} a joint ou retiré un justificatif.' },
  fichier_infecte: {
    usager: 'Un fichier que vous aviez joint contenait un virus : il a été supprimé.',
    agent: 'Fichier supprimé : il contenait un virus.',
  },
  mandat_accepte: {
    usager: 'Vous avez confié cette demande.',
    agent: 'Un mandat est accepté.',
    autrui: '{qui} agit désormais pour la personne.',
  },
  mandat_fini: { usager: 'Le mandat a pris fin.', agent: 'Un mandat a pris fin.', autrui: 'Le mandat de {qui} a pris fin.' },
  // never told in the compte: whoever threatens the person may be reading it
  acces_restreint: { usager: null, agent: 'Accès au dossier restreint.' },
  habilitations_modifiees: { usager: null, agent: 'Agents habilités modifiés.' },
  restriction_levee: { usager: null, agent: 'Restriction d’accès levée.' },
};

/**
 * Events that nobody is told about, that produce no document and that move no day due (domain/delais/horloges): no job is written for them
 * (a test holds this against the catalogues).
 */
export const SANS_SUITE: readonly TypeEvenement[] = [
  'commence',
  'repris_au_guichet',
  'etape_validee',
  'situation_changee',
  'abandonne',
  'piece_verifiee',
  'controle_automatique',
  'effet_applique',
  'adresse_reprise',
  'changement_signale',
  'prolongation_demandee',
  'note_ajoutee',
  'doublon_ecarte',
  'message_recu',
  'complement_spontane',
  'piece_versee',
  'silence_proche',
  'decision_proposee',
  'proposition_renvoyee',
  'lettre_corrigee',
  'piece_modifiee',
  'mandat_accepte',
  'mandat_fini',
];
