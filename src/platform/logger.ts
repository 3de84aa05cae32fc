// Structured logs, one JSON object a line, without personal data: identifiers, codes and durations only.
import pino from 'pino';
import { env } from './env.ts';

let instance: pino.Logger | undefined;

let access: pino.Logger | undefined;

/**
 * One line for each request served: only what `watchRequests` writes, nothing of the person, hence nothing to take out. Written by
 * blocks: a write for each line costs as much as a statement. A process killed at once loses those of its last half second.
 */
export function accessLogger(): pino.Logger {
  access ??= pino(
    { level: env().LOG_LEVEL, base: { service: 'portail' }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 500 }),
  );
  return access;
}

export function logger(): pino.Logger {
  instance ??= pino({
    level: env().LOG_LEVEL,
    base: { service: 'portail' },
    timestamp: pino.stdTimeFunctions.isoTime,
    // a guard, not a licence: nothing personal should be given to the log in the first place
    redact: {
      paths: ['email', '*.email', 'motDePasse', '*.motDePasse', 'nom', '*.nom', 'cookie', '*.cookie', 'authorization', '*.authorization'],
      censor: '[retiré]',
    },
  });
  return instance;
}
