import 'server-only';
// The development mailbox takes the short messages too: the number is the address, so that a test reads who received what.
import type { Sms } from './sms.ts';

/** The shape that the mailbox keeps, said here so that the two adapters do not know each other. */
export type CaptureSms = { reference: string; telephone: string; texte: string };

export function boiteSms(capturer: (capture: CaptureSms) => Promise<void>): Sms {
  return {
    async envoyer({ reference, telephone, texte }) {
      await capturer({ reference, telephone, texte });
      return { canal: 'boite' };
    },
  };
}
