// What is published from a day, of any kind: the latest whose day has come rules, until another one's day comes.
import type { Jour } from '../jour.ts';

/** `effetLe`: first day; null while it has none. */
export type Datee = { version: number; effetLe: Jour | null };

/** Is `a` later than `b`: by first day, then by number. */
const suit = (a: Datee, b: Datee) => (a.effetLe === b.effetLe ? a.version > b.version : (a.effetLe ?? '') > (b.effetLe ?? ''));

/** The latest of these, whatever the day; undefined of none. */
export function derniere<V extends Datee>(versions: readonly V[]): V | undefined {
  return versions.reduce<V | undefined>((a, b) => (a && suit(a, b) ? a : b), undefined);
}

/** The one in force on a day: of those whose first day has come, the latest. undefined before the first. */
export function enVigueur<V extends Datee>(versions: readonly V[], jour: Jour): V | undefined {
  return derniere(versions.filter((v) => v.effetLe !== null && v.effetLe <= jour));
}
