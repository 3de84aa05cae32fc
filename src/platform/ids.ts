// Identifiers and draws. uuid v7 sorts by time, so indexes grow at one end.
import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}

/** An integer in [0, n[ from the system's generator. */
export function draw(n: number): number {
  return randomInt(n);
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that people copy by hand: no look-alikes. 12 characters hold 59 bits. */
export function readableCode(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(draw(ALPHABET.length))).join('');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What comes from an address bar may not be an identifier at all. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
