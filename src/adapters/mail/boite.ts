import 'server-only';
import type { Mail } from './mail.ts';
// The development mailbox: keeps messages instead of sending them. Where they are kept is the caller's affair (the database
// has few doors); unique on the Message-ID, so here a message is captured exactly once whatever is killed and repeated.
import type { Courrier } from './message.ts';

export type Capture = Courrier & { expediteur: string };

export function boite(capturer: (capture: Capture) => Promise<void>, expediteur: string): Mail {
  return {
    envoyer: (courrier) => capturer({ ...courrier, expediteur }),
    fermer: async () => {},
  };
}
