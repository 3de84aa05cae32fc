// Why an agent opens a dossier, as its owner will read it (R.142-22, RGPD art. 15). Total: a purpose without words cannot be written.
import type { Statut } from '../dossier/statuts.ts';
import type { RoleAgent } from './actors.ts';

export const FINALITES = {
  instruction: 'Instruction de votre demande',
  signature: 'Relecture et signature de la décision',
  accueil: 'Accueil au guichet',
  assistance: 'Réponse à votre demande d’aide',
  vulnerabilite: 'Protection d’une situation particulière',
  controle: 'Contrôle',
  contentieux: 'Communication de l’historique à un juge ou à une autorité de contrôle',
  bris_de_glace: 'Accès exceptionnel d’un administrateur, motivé et signalé au délégué à la protection des données',
} as const;
export type Finalite = keyof typeof FINALITES;

/** The words of a stored purpose; an unknown or absent one (rows written before purposes were) is instruction, the only purpose there was. */
export function motDeFinalite(code: string | null): string {
  const connue = Object.entries(FINALITES).find(([nom]) => nom === code);
  return connue?.[1] ?? FINALITES.instruction;
}

/** Purpose of an ordinary reading: who signs reads to sign once a decision is proposed, or when signing is all that they do. */
export function finaliteDeLecture(roles: readonly RoleAgent[], statut: Statut | null): Finalite {
  const signe = roles.includes('valideur');
  return signe && (statut === 'propose' || !roles.includes('instructeur')) ? 'signature' : 'instruction';
}
