import 'server-only';
// Passwords are kept as argon2id digests (OWASP's second profile: 19 MiB, 2 passes, 1 lane), never anything else.
import { randomBytes } from 'node:crypto';
import argon2 from 'argon2';
import { gate } from '#platform/gate.ts';

const PROFILE = { type: argon2.argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

// Each computation holds 19 MiB and a thread: a flood of log-ins waits in line instead of filling the memory.
const turn = gate(2);

/** The PHC string to store ($argon2id$…): salt and parameters included. */
export function hash(password: string): Promise<string> {
  return turn(() => argon2.hash(password.normalize('NFKC'), PROFILE));
}

/** Does this password match? False too when the stored string is malformed or empty; never throws. */
export function verify(stored: string, password: string): Promise<boolean> {
  return turn(async () => {
    try {
      return await argon2.verify(stored, password.normalize('NFKC'));
    } catch {
      return false;
    }
  });
}

let decoy: Promise<string> | undefined;
/** Takes the time of a verification and says false: for an identifiant that does not exist, so that the delay tells nothing. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hash(randomBytes(24).toString('base64url'));
  await verify(await decoy, password);
  return false;
}

/** Was this digest made with weaker parameters than today's? Then hash the password again at the next log-in. */
export function needsRehash(stored: string): boolean {
  if (!stored.startsWith('$argon2id$')) return true;
  try {
    return argon2.needsRehash(stored, PROFILE);
  } catch {
    return true;
  }
}
