import 'server-only';
// Looks for known malware in a content.
import { env } from '#platform/env.ts';
import { clamd } from './clamd.ts';
import { controleIntegre } from './controle-integre.ts';

export type Analyse =
  | { verdict: 'sain' }
  /** `nom` is the name of the signature found. */
  | { verdict: 'infecte'; nom: string }
  /** No answer: the file waits, unseen by anybody, until another attempt answers. `cause` is for the log. */
  | { verdict: 'indisponible'; cause: string };

/** A scan that follows a content while it goes by. `verdict` once everything was seen. */
export type Veille = { voir(morceau: Uint8Array): void; verdict(): Analyse };

export type Antivirus = {
  /** Who answers: kept with the file, so that a file seen only by the built-in check is known as such. */
  nom: 'clamd' | 'controle_integre';
  /** Reads the whole stream. Never throws for want of a scanner; an error of the source itself is thrown. */
  analyser(source: AsyncIterable<Uint8Array>): Promise<Analyse>;
  /**
   * Only for a scanner inside this process. A daemon waits for a content that is whole: a telephone that takes minutes to send
   * a file must not hold one of its few threads meanwhile.
   */
  veiller?: () => Veille;
};

let cached: Antivirus | undefined;
/** clamd when CLAMAV_HOTE is set, otherwise the built-in check, which says so by its name. */
export function antivirus(): Antivirus {
  if (cached) return cached;
  const { CLAMAV_HOTE, CLAMAV_PORT } = env();
  cached = CLAMAV_HOTE ? clamd({ hote: CLAMAV_HOTE, port: CLAMAV_PORT }) : controleIntegre();
  return cached;
}
