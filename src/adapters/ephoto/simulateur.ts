import 'server-only';
// Embedded simulator: the answer is written in the beginning of the code, so that as many codes as needed can be made.
//   VALIDE…, DEJAUTILISE…, EXPIRE… completed with letters or digits to 21, 22 or 32 characters ; anything else is unknown.
import { type Ephoto, formatEphoto, normaliserEphoto, type VerdictEphoto } from './ephoto.ts';

const DEBUTS: ReadonlyArray<readonly [string, VerdictEphoto]> = [
  ['VALIDE', 'valide'],
  ['DEJAUTILISE', 'deja_utilise'],
  ['EXPIRE', 'expire'],
  // The code of the guide's screenshot: thirty-two zeros (S-130).
  ['0'.repeat(32), 'valide'],
];

/** One code for each answer, listed by the help of the demonstration. */
export const codesDeDemonstration: ReadonlyArray<{ numero: string; verdict: VerdictEphoto }> = [
  { numero: 'VALIDE0000000000000001', verdict: 'valide' },
  { numero: 'DEJAUTILISE00000000001', verdict: 'deja_utilise' },
  { numero: 'EXPIRE0000000000000001', verdict: 'expire' },
  { numero: 'INCONNU000000000000001', verdict: 'inconnu' },
  { numero: 'ABC123', verdict: 'format' },
];

export function simulateurEphoto(): Ephoto {
  return {
    async verifier(numero) {
      const code = normaliserEphoto(numero);
      if (!formatEphoto(code)) return 'format';
      return DEBUTS.find(([debut]) => code.startsWith(debut))?.[1] ?? 'inconnu';
    },
  };
}
