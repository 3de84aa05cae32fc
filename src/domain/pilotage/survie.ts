// How long a request takes, when some are not over. Counting only those that are over flatters a service that lets the hard ones wait;
// counting the age of the others as if they were over flatters it too. Kaplan-Meier's estimator uses both for what they are: a request open
// for 200 days says that it took more than 200. It supposes that what is open will behave like what lasted as long before it.

/** Requests of one duration, in whole days: over that day, or still open after that many days. */
export type Effectif = { jours: number; finis: number; ouverts: number };

/** `jours`: the quantile; when too few are over to know it, `plusDe`: it is more than that. */
export type Delai = { jours: number } | { plusDe: number };

/**
 * The number of days within which a share `q` (0 < q < 1) of the requests is over; null without any request. On one same day, what is
 * over comes before what is still open, as the estimator says.
 */
export function delaiDe(effectifs: readonly Effectif[], q: number): Delai | null {
  const parJour = new Map<number, { finis: number; ouverts: number }>();
  let restants = 0;
  for (const { jours, finis, ouverts } of effectifs) {
    const deja = parJour.get(jours) ?? { finis: 0, ouverts: 0 };
    parJour.set(jours, { finis: deja.finis + finis, ouverts: deja.ouverts + ouverts });
    restants += finis + ouverts;
  }
  if (restants === 0) return null;
  let survie = 1;
  let dernier = 0;
  for (const [jours, { finis, ouverts }] of [...parJour].toSorted(([a], [b]) => a - b)) {
    dernier = jours;
    survie *= 1 - finis / restants;
    restants -= finis + ouverts;
    // a hair: the products of fractions are not exact
    if (survie <= 1 - q + 1e-9) return { jours };
  }
  return { plusDe: dernier };
}

export const MEDIANE = 0.5;
export const QUATRE_VINGTIEME = 0.8;

/** Brackets of the ages of what is open, in days: the lower end of each. */
export const TRANCHES = [0, 31, 91, 181, 271, 366, 731] as const;
export const LIBELLE_TRANCHE: readonly string[] = [
  'un mois ou moins',
  'un à trois mois',
  'trois à six mois',
  'six à neuf mois',
  'neuf mois à un an',
  'un à deux ans',
  'plus de deux ans',
];
