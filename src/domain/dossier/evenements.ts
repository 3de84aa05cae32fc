// What can happen to a dossier. The same append-only rows are the history, the audit trail and the outbox.
// `faits` is what the readers of an event need; never an answer or a name.

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
  complement_demande: { complement: string };
  complement_repondu: { complement: string };
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
  decision_proposee: { sens: Sens };
  proposition_renvoyee: { remarque: string };
  piece_modifiee: Record<never, never>;
  /** the antivirus answered after the deposit: the bytes are gone; `piece`: code */
  fichier_infecte: { piece: string };
  mandat_accepte: { mandat: string };
  mandat_fini: { mandat: string };
  /** `delegation`: reference of the arrete under which it is signed (absent of the decisions older than the delegations) */
  decision_favorable: { signataire: string; delegation: string };
  decision_refus: { signataire: string; delegation: string };
  /** identifiers of the agents who may open it */
  acces_restreint: { habilites: readonly string[] };
  habilitations_modifiees: { habilites: readonly string[] };
  restriction_levee: Record<never, never>;
};

export type Sens = 'favorable' | 'refus';
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
  decision_proposee: { usager: null, agent: 'Décision proposée.' },
  proposition_renvoyee: { usager: null, agent: 'Proposition renvoyée à l’instructeur.' },
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

/** Events that nobody is told about and that produce no document: no job is written for them (a test holds this against both catalogues). */
export const SANS_SUITE: readonly TypeEvenement[] = [
  'commence',
  'repris_au_guichet',
  'etape_validee',
  'situation_changee',
  'abandonne',
  'pris_en_charge',
  'numero_attribue',
  'piece_verifiee',
  'complement_repondu',
  'controle_automatique',
  'effet_applique',
  'adresse_reprise',
  'changement_signale',
  'decision_proposee',
  'proposition_renvoyee',
  'piece_modifiee',
  'mandat_accepte',
  'mandat_fini',
  'acces_restreint',
  'habilitations_modifiees',
  'restriction_levee',
];
