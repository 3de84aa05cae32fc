// The clock of a place: the instant at which it shows a time, and what it shows at an instant, whatever its changes of hour.
import { type Fuseau, PARIS } from './adresse/fuseau.ts';
import type { Jour } from './jour.ts';

const MINUTE = 60_000;

function ouvrir(fuseau: Fuseau) {
  const dans = (langue: string, montre: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(langue, { timeZone: fuseau, ...montre });
  const jour = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const heure = { hour: '2-digit', minute: '2-digit' } as const;
  return {
    cadran: dans('en-GB', { ...jour, ...heure, hourCycle: 'h23' }),
    jour: dans('en-CA', jour),
    heure: dans('fr-FR', heure),
    lettres: dans('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  };
}

const horloges = new Map<Fuseau, ReturnType<typeof ouvrir>>();

function horloge(fuseau: Fuseau): ReturnType<typeof ouvrir> {
  const connue = horloges.get(fuseau) ?? ouvrir(fuseau);
  horloges.set(fuseau, connue);
  return connue;
}

/** Minutes that this clock is ahead of universal time at this instant. */
function avance(instant: number, fuseau: Fuseau): number {
  const parties = new Map(
    horloge(fuseau)
      .cadran.formatToParts(new Date(instant))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const de = (type: Intl.DateTimeFormatPartTypes) => parties.get(type) ?? 0;
  return (Date.UTC(de('year'), de('month') - 1, de('day'), de('hour'), de('minute')) - instant) / MINUTE;
}

/** The instant at which this clock shows `minutes` after midnight. In the hour that does not exist (last Sunday of March), an hour later. */
export function instantDe(jour: Jour, minutes: number, fuseau: Fuseau): Date {
  const affiche = Date.parse(`${jour}T00:00:00Z`) + minutes * MINUTE;
  const suppose = affiche - avance(affiche, fuseau) * MINUTE;
  return new Date(affiche - avance(suppose, fuseau) * MINUTE);
}

/** The day that this clock shows. */
export const jourLocal = (instant: Date, fuseau: Fuseau): Jour => horloge(fuseau).jour.format(instant);
/** The hour that it shows: « 09:30 ». */
export const heureLisible = (instant: Date, fuseau: Fuseau): string => horloge(fuseau).heure.format(instant);
/** « mardi 8 décembre 2026 ». */
export const jourEnLettres = (instant: Date, fuseau: Fuseau): string => horloge(fuseau).lettres.format(instant);
/** A day of law in letters, the same under every clock. */
export const jourDit = (jour: Jour): string => jourEnLettres(instantDe(jour, 12 * 60, PARIS), PARIS);
