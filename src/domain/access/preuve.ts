// Proving again who one is, before what matters.

/** A proof stays good this long in its session, in minutes: a series of signatures asks for it once. */
export const MINUTES_CONFIRMATION = 10;

/** A proof given at that instant is still good. */
export function estRecente(prouveLe: Date | null, at: Date): boolean {
  return prouveLe !== null && at.getTime() - prouveLe.getTime() < MINUTES_CONFIRMATION * 60_000;
}
