import 'server-only';
// The electronic fiscal stamp (R.436-3): sixteen digits bought elsewhere (F33071), standing for an amount, good for one request.
import { simulateurTimbre } from './simulateur.ts';

/** `montant`: cents of euro paid for it. */
export type VerdictTimbre = { etat: 'valide'; montant: number } | { etat: 'deja_utilise' | 'inconnu' | 'format' };

export type Timbre = {
  /** Asks about a number as typed; spaces, hyphens and dots do not matter. Throws when the service does not answer. */
  verifier(numero: string): Promise<VerdictTimbre>;
  /** Uses it up for this request. Asking again for the same request changes nothing. Throws when the service does not answer. */
  consommer(numero: string, demande: string): Promise<void>;
};

export const LONGUEUR_TIMBRE = 16;

/** The number as it is kept: digits only, without spaces or hyphens of any kind. */
export function normaliserTimbre(numero: string): string {
  return numero.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}._]/gu, '');
}

/** Is a normalised number of the accepted shape? */
export function formatTimbre(normalise: string): boolean {
  return normalise.length === LONGUEUR_TIMBRE && /^\d+$/.test(normalise);
}

let cached: Timbre | undefined;
/** The provider of this process. No real one is open to the public: the embedded simulator answers. */
export function timbre(): Timbre {
  cached ??= simulateurTimbre();
  return cached;
}
