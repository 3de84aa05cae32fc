// Keys and small encryptions derived from the one root secret. A purpose never opens what another purpose closed.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env.ts';

/** What a key may be used for. Adding a purpose is adding a word here: keys are derived, never stored. */
export const purposes = ['fichiers', 'courriels', 'session', 'jetons', 'appareils', 'openid', 'facteurs', 'assistance'] as const;
export type Purpose = (typeof purposes)[number];

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

const keys = new Map<Purpose, Buffer>();

/** The 32-byte key of a purpose (HKDF-SHA-256 of PORTAIL_SECRET, RFC 5869). */
export function keyFor(purpose: Purpose): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', env().PORTAIL_SECRET, 'portail/v1', purpose, 32));
  keys.set(purpose, key);
  return key;
}

/** Encrypts a few kilobytes (AES-256-GCM): version (1) | nonce (12) | ciphertext | tag (16). Big contents belong to the storage. */
export function encrypt(purpose: Purpose, plain: Uint8Array | string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
  cipher.setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]);
}

/** Opens what encrypt() closed. Throws when the bytes were altered, cut, or closed for another purpose or with another secret. */
export function decrypt(purpose: Purpose, sealed: Uint8Array): Buffer {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== VERSION) throw new Error('secret: unknown format');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), sealed.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)), decipher.final()]);
}

/** HMAC-SHA-256 in hexadecimal (64 characters): looks up a secret (token, session) without storing it. */
export function fingerprint(purpose: Purpose, value: string): string {
  return createHmac('sha256', keyFor(purpose)).update(value, 'utf8').digest('hex');
}
