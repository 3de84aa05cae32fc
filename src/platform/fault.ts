// A fault is what nobody foresaw. The person gets a number to quote, the log holds the same number with the cause.

import { readableCode } from './ids.ts';
import { logger } from './logger.ts';

const NEXT_SIGNALS = [
  'NEXT_REDIRECT',
  'NEXT_HTTP_ERROR_FALLBACK',
  'NEXT_NOT_FOUND',
  'DYNAMIC_SERVER_USAGE',
  'BAILOUT_TO_CLIENT_SIDE_RENDERING',
];

/** True for what Next throws to redirect or answer 404: it must pass. Recognised by its mark, classes may be loaded twice. */
export function isFrameworkSignal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return false;
  const digest = error.digest;
  return typeof digest === 'string' && NEXT_SIGNALS.some((signal) => digest.startsWith(signal));
}

/**
 * Messages of a database, a mail server or a library may quote what a person typed, or to whom something was sent: quoted parts,
 * addresses and telephone numbers are blanked, the frames of the stack are kept.
 */
function withoutValues(message: string): string {
  return message
    .replace(/(["'`«(])[^"'`»)]*(["'`»)])/g, '$1…$2')
    .replace(/[^\s<>@]+@[^\s<>@]+/g, '…')
    .replace(/\+\d{8,15}/g, '…');
}

/** What the log keeps of an error. */
export function causeOf(error: unknown) {
  if (!(error instanceof Error)) return { name: 'inconnue', message: withoutValues(String(error)) };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, code: 'code' in error ? String(error.code) : undefined, message: withoutValues(error.message), frames };
}

/** Logs the cause under a new number and gives the number. */
export function recordFault(error: unknown, context: Record<string, string | number | undefined>): string {
  const number = readableCode(8);
  logger().error({ erreur: number, ...context, cause: causeOf(error) }, 'faute');
  return number;
}
