import 'server-only';
// Short messages, which only announce what is in the portal (S-245): a date and a place at most, never a name nor what a request is about.
import { env } from '#platform/env.ts';
import { boiteSms, type CaptureSms } from './boite.ts';
import { journalSms } from './journal.ts';

export type Sms = {
  /**
   * `telephone` in international form (+33…), `texte` of 160 characters at most preferably; `reference`: the same message has the same
   * one at each try. Throws on failure, to be retried.
   */
  envoyer(message: { reference: string; telephone: string; texte: string }): Promise<{ canal: 'journal' | 'boite' }>;
};

let cached: Sms | undefined;
/** The sender of this process. No operator is wired yet: messages stay in the development mailbox, which `capturer` keeps, or in the log. */
export function sms(capturer: (capture: CaptureSms) => Promise<void>): Sms {
  cached ??= env().BOITE_DEVELOPPEMENT ? boiteSms(capturer) : journalSms();
  return cached;
}
