// Codes of authenticator applications (RFC 6238): SHA-1, six digits, steps of thirty seconds, which is what every application reads.
import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
/** Clocks of telephones drift: one step before and one after are taken (RFC 6238, 5.2). */
const WINDOW = 1;

const totp = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD });

/** A new secret of 160 bits, in base 32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** A secret given as bytes, in base 32. */
export function secretInBase32(bytes: Uint8Array<ArrayBuffer>): string {
  return new Secret({ buffer: bytes.buffer }).base32;
}

/** The number of the step that holds this instant. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / PERIOD);
}

/** The code of a step. */
export function codeOfStep(secret: string, step: number): string {
  return totp(secret).generate({ timestamp: step * PERIOD * 1000 });
}

/** The step that this code belongs to, within one step of `at`; null when it is not a code of this secret. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, timestamp: at.getTime(), window: WINDOW });
  return delta === null ? null : stepAt(at) + delta;
}

/** What the QR code holds, as applications read it. */
export function otpUri({ secret, issuer, label }: { secret: string; issuer: string; label: string }): string {
  return new TOTP({ secret: Secret.fromBase32(secret), issuer, label, algorithm: 'SHA1', digits: 6, period: PERIOD }).toString();
}
