import 'server-only';
// Passwords are kept as argon2id digests, never anything else. The cost is in the environment: 64 MiB and 5 passes, a quarter of a
// second of one core of the reference machine, five times OWASP's floor in memory-time.
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import argon2 from 'argon2';
import { env } from '#platform/env.ts';
import { gate } from '#platform/gate.ts';

const profile = () =>
  ({ type: argon2.argon2id, memoryCost: env().ARGON2_MEMOIRE_KIO, timeCost: env().ARGON2_PASSES, parallelism: 1 }) as const;

// argon2 computes outside of the main thread, but a core is a core: half of them at most, so that pages are still served while a
// crowd logs in. At a quarter of a second each, the last of the queue waits some half a minute; beyond, people are asked to come back.
const PLACES = Math.max(1, Math.floor(availableParallelism() / 2));
const QUEUE = 120 * PLACES;
const turn = gate(PLACES, QUEUE);

/** The PHC string to store ($argon2id$…): salt and parameters included. Throws when too many wait (platform/gate, isGateFull). */
export function hash(password: string): Promise<string> {
  return turn(() => argon2.hash(password.normalize('NFKC'), profile()));
}

/** Does this password match? False too when the stored string is malformed or empty. Throws only when too many wait (isGateFull). */
export function verify(stored: string, password: string): Promise<boolean> {
  return turn(async () => {
    try {
      return await argon2.verify(stored, password.normalize('NFKC'));
    } catch {
      return false;
    }
  });
}

let decoy: string | undefined;
/** Takes the time of a verification and says false: for an identifiant that does not exist, so that the delay tells nothing. */
export async function verifyNothing(password: string): Promise<false> {
  // drawn, not computed: the very first call costs one verification too
  decoy ??= `$argon2id$v=19$m=${profile().memoryCost},t=${profile().timeCost},p=1$${drawn(16)}$${drawn(32)}`;
  await verify(decoy, password);
  return false;
}

const drawn = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');

/** Was this digest made with weaker parameters than today's? Then hash the password again at the next log-in. */
export function needsRehash(stored: string): boolean {
  if (!stored.startsWith('$argon2id$')) return true;
  try {
    return argon2.needsRehash(stored, profile());
  } catch {
    return true;
  }
}
