import 'server-only';
// The code printed on an approved photographer's or booth's sheet, standing for a photo and a signature (S-129, S-241).
import { simulateurEphoto } from './simulateur.ts';

export type VerdictEphoto = 'valide' | 'deja_utilise' | 'inconnu' | 'expire' | 'format';

export type Ephoto = {
  /** Asks about a code as typed; spaces, hyphens and case do not matter. Throws when the service does not answer. */
  verifier(numero: string): Promise<VerdictEphoto>;
};

/** Accepted lengths, a parameter of the provider (S-268): 21 or 22 on printed sheets, 32 on the guide's screen. */
export const LONGUEURS_EPHOTO: readonly number[] = [21, 22, 32];

/** The code as it is kept: capital letters and digits only, without spaces or hyphens of any kind. */
export function normaliserEphoto(numero: string): string {
  return numero
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}._]/gu, '')
    .toUpperCase();
}

/** Is a normalised code of an accepted shape? */
export function formatEphoto(normalise: string): boolean {
  return LONGUEURS_EPHOTO.includes(normalise.length) && /^[A-Z0-9]+$/.test(normalise);
}

let cached: Ephoto | undefined;
/** The provider of this process. No real one is open to the public: the embedded simulator answers. */
export function ephoto(): Ephoto {
  cached ??= simulateurEphoto();
  return cached;
}
