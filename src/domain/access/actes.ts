// What an administrator does to agents and rights. Append-only rows, read by administrators and by the data-protection role.

export const ACTES = {
  agent_invite: 'Agent invité',
  agent_modifie: 'Agent modifié',
  agent_desactive: 'Agent désactivé',
  agent_reactive: 'Agent réactivé',
  facteurs_reinitialises: 'Second facteur réinitialisé',
  delegation_donnee: 'Délégation de signature enregistrée',
  delegation_revoquee: 'Délégation de signature révoquée',
  absence_declaree: 'Absence déclarée',
  absence_supprimee: 'Absence supprimée',
  bris_de_glace: 'Dossier ouvert exceptionnellement',
  reference_publiee: 'Donnée de référence publiée',
  reference_retiree: 'Publication retirée avant sa date',
  liste_commencee: 'Brouillon de liste de pièces commencé',
  liste_publiee: 'Liste de pièces publiée',
  liste_retiree: 'Publication d’une liste de pièces retirée avant sa date',
  liste_abandonnee: 'Brouillon de liste de pièces abandonné',
  lieu_ouvert: 'Lieu de rendez-vous ouvert',
  lieu_modifie: 'Lieu de rendez-vous modifié',
  acces_exporte: 'Journal des accès exporté',
  historique_exporte: 'Historique d’une demande exporté',
  pilotage_exporte: 'Chiffres du pilotage exportés',
  ticket_repondu: 'Réponse à un ticket',
  ticket_repondu_et_clos: 'Réponse à un ticket, clos',
  ticket_clos: 'Ticket clos',
  ticket_rouvert: 'Ticket rouvert',
  ticket_transmis: 'Ticket transmis à une préfecture',
  impossibilite_constatee: 'Impossibilité de déposer en ligne constatée',
  depot_au_guichet: 'Dépôt commencé au guichet',
} as const;
export type TypeActe = keyof typeof ACTES;

/** The words of a stored act; one written by another version keeps its code. */
export function motDeLActe(code: string): string {
  const connu = Object.entries(ACTES).find(([nom]) => nom === code);
  return connu?.[1] ?? code;
}
