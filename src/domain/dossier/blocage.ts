// When the portal itself says that it prevented somebody from filing: the proof that opens the substitute at the desk (CESEDA R.431-2,
// arrete of 1 August 2023, after Conseil d'Etat, 3 June 2022: a compulsory online service needs help and a substitute).

/** Failures of one and the same step. */
export const ECHECS_POUR_ATTESTER = 3;
/** Days during which they count together: three faults in a year are not a blockage. */
export const JOURS_DE_BLOCAGE = 7;

export type Echec = { etape: string; le: Date };

/** The steps that failed often enough lately, the most recent failure first. */
export function etapesBloquees<E extends Echec>(echecs: readonly E[], at: Date): { etape: string; echecs: readonly E[] }[] {
  const depuis = at.getTime() - JOURS_DE_BLOCAGE * 86_400_000;
  const recents = echecs.filter((e) => e.le.getTime() >= depuis).toSorted((a, b) => b.le.getTime() - a.le.getTime());
  return [...Map.groupBy(recents, (e) => e.etape)]
    .filter(([, siens]) => siens.length >= ECHECS_POUR_ATTESTER)
    .map(([etape, siens]) => ({ etape, echecs: siens }));
}
