// Structured logs, one JSON object a line, without personal data: identifiers, codes and durations only.
import pino from 'pino';
import { env } from './env.ts';

let instance: pino.Logger | undefined;

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
