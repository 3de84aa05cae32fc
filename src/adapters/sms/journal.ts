import 'server-only';
// Sends nothing: writes in the log that a message would have left, without its text nor the number, which are personal.
import { logger } from '#platform/logger.ts';
import type { Sms } from './sms.ts';

export function journalSms(): Sms {
  return {
    async envoyer({ reference, texte }) {
      logger().info({ sms: { reference, caracteres: texte.length } }, 'sms');
      return { canal: 'journal' };
    },
  };
}
