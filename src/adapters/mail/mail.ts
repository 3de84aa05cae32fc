import 'server-only';
// Mails leave by the deployer's server, or stay in the development mailbox.
import { env } from '#platform/env.ts';
import { boite, type Capture } from './boite.ts';
import type { Courrier, EnTete } from './message.ts';
import { smtp } from './smtp.ts';

export type Mail = {
  /** Resolves once the message is accepted; throws otherwise, to be tried again with the same Message-ID. */
  envoyer(courrier: Courrier): Promise<void>;
  fermer(): Promise<void>;
};

let cached: Mail | undefined;
/** The way out of this process: SMTP_URL, otherwise the development mailbox, which `capturer` keeps. */
export function mail(capturer: (capture: Capture) => Promise<void>): Mail {
  const { SMTP_URL, COURRIEL_EXPEDITEUR } = env();
  cached ??= SMTP_URL ? smtp(SMTP_URL, COURRIEL_EXPEDITEUR) : boite(capturer, COURRIEL_EXPEDITEUR);
  return cached;
}

/** Closes the connections kept open. */
export async function fermerMail(): Promise<void> {
  await cached?.fermer();
  cached = undefined;
}

/** The letterhead of this portal, from the configuration. */
export function enTeteDuPortail(): EnTete {
  const { PORTAIL_MINISTERE, PORTAIL_DIRECTION, PORTAIL_OFFICIEL } = env();
  return { ministere: PORTAIL_MINISTERE, direction: PORTAIL_DIRECTION, officiel: PORTAIL_OFFICIEL };
}

/** Made of the identifier of the mail's row: the same mail has the same one at each try (RFC 5322, 3.6.4). */
export function messageIdDe(courrielId: string): string {
  return `<${courrielId}@${new URL(env().PORTAIL_URL).hostname}>`;
}
