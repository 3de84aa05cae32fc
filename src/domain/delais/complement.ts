// Period to answer a demande de complement (S-172) and the deemed notification of what stays unread.
// CRPA R.112-20: a document notified electronically is received at its first consultation; not consulted within fifteen days, it is
// deemed notified on the date it was made available. That needs the person's express prior agreement (L.112-15, R.112-17; D-07).
import { type Jour, jourDe, joursEntre, plusJours } from '../jour.ts';

/** S-172: thirty days after the person has read the message. */
export const JOURS_POUR_REPONDRE = 30;
/** No text says it: a guard against a mistyped year. More time can be given again. */
export const MOIS_DE_PROLONGATION_AU_PLUS = 12;
/** CRPA R.112-20. */
export const JOURS_AVANT_REPUTE_NOTIFIE = 15;

export type Consentement = { le: Date | null; finLe: Date | null };

/** True when the agreement to be notified electronically was in force at that instant (CRPA R.112-17, R.112-18). */
export function consentementEnVigueur(consentement: Consentement, instant: Date): boolean {
  if (consentement.le === null || consentement.le > instant) return false;
  return consentement.finLe === null || consentement.finLe > instant;
}

export type Echeance = {
  /** day of notification: of the first opening, or of availability when deemed */
  notifieLe: Jour;
  /** last day to answer, included */
  dernierJour: Jour;
  fondement: 'ouverture' | 'reputee' | 'recommande';
  /** whole days left, today included as 0 on the last day; negative once passed */
  joursRestants: number;
};

export type FaitsComplement = {
  disponibleLe: Date;
  ouverteLe: Date | null;
  consentement: Consentement;
  /** last day granted by the agent, when later */
  prolongeJusqu?: Jour | null;
  /** day on which a registered letter was notified: collected or, never collected, first presented (D-07) */
  recommandeLe?: Jour | null;
};

/**
 * The period to answer, or null while it does not run: unread, and either fewer than fifteen full days gone or no agreement in force
 * when the notification was made available. A late opening does not restart a period already begun by deemed notification.
 */
export function echeanceComplement(faits: FaitsComplement, aujourdhui: Jour): Echeance | null {
  const disponible = jourDe(faits.disponibleLe);
  const limite = plusJours(disponible, JOURS_AVANT_REPUTE_NOTIFIE);
  const ouverture = faits.ouverteLe === null ? null : jourDe(faits.ouverteLe);
  const estReputee = consentementEnVigueur(faits.consentement, faits.disponibleLe) && limite < (ouverture ?? aujourdhui);
  const electronique = estReputee ? disponible : ouverture;
  const recommande = faits.recommandeLe ?? null;
  const parLettre = recommande !== null && (electronique === null || recommande < electronique);
  const notifieLe = parLettre ? recommande : electronique;
  if (notifieLe === null) return null;
  const trente = plusJours(notifieLe, JOURS_POUR_REPONDRE);
  const dernierJour = faits.prolongeJusqu && faits.prolongeJusqu > trente ? faits.prolongeJusqu : trente;
  const fondement = parLettre ? 'recommande' : estReputee ? 'reputee' : 'ouverture';
  return { notifieLe, dernierJour, fondement, joursRestants: joursEntre(aujourdhui, dernierJour) };
}
