import 'server-only';
// Short messages, which only announce what is in the portal (S-245): no personal content ever goes in one.
import { journalSms } from './journal.ts';

export type Sms = {
  /** `telephone` in international form (+33…), `texte` of 160 characters at most preferably. Throws on failure, to be retried. */
  envoyer(message: { telephone: string; texte: string }): Promise<{ canal: 'journal' }>;
};

let cached: Sms | undefined;
/** The sender of this process. No operator is wired yet: messages are only logged. */
export function sms(): Sms {
  cached ??= journalSms();
  return cached;
}
