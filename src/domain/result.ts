// A command either succeeds or is refused with a code. Refusals are data: they cross bundles and processes unharmed.
import type { CodeRefus } from './refusals.ts';

export type Refus = { ok: false; refus: CodeRefus; details?: Record<string, string> };
export type Reussite<T> = { ok: true; valeur: T };
export type Resultat<T> = Reussite<T> | Refus;

export function ok<T>(valeur: T): Reussite<T> {
  return { ok: true, valeur };
}

export function refuse(refus: CodeRefus, details?: Record<string, string>): Refus {
  return details ? { ok: false, refus, details } : { ok: false, refus };
}
