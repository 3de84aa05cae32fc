// The appointments that a place can give: its weekly hours cut in slots, without closed days, by the clock of the place.
import type { Fuseau } from '../adresse/fuseau.ts';
import { instantDe, jourLocal } from '../horloge.ts';
import { type Jour, plusJours } from '../jour.ts';

/** Hours of one day of the week (1: Monday … 7: Sunday), in minutes after midnight; `capacite` people at once. */
export type PlageHoraire = { jour: number; debut: number; fin: number; duree: number; capacite: number };
export type Calendrier = { plages: readonly PlageHoraire[]; estFerme: (jour: Jour) => boolean; fuseau: Fuseau };
export type Creneau = { debut: Date; fin: Date; capacite: number };
/** An appointment already given. */
export type Occupe = { debut: Date; fin: Date };

/**
 * The earliest that a place opens, in minutes after midnight. Clocks change at night everywhere: by day a slot lasts what is written, and
 * no two of them cover each other.
 */
export const OUVERTURE_AU_PLUS_TOT = 6 * 60;

/** Day of the week, 1: Monday … 7: Sunday. */
export function jourDeSemaine(jour: Jour): number {
  return ((new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** Two ranges of hours of one place never hold the same minute: a slot has one capacity. */
export function seChevauchent(a: PlageHoraire, b: PlageHoraire): boolean {
  return a.jour === b.jour && a.debut < b.fin && b.debut < a.fin;
}

/** What a place gives that day, in order; what remains after the last whole slot is lost. */
export function creneauxDuJour({ plages, estFerme, fuseau }: Calendrier, jour: Jour): Creneau[] {
  if (estFerme(jour)) return [];
  return plages
    .filter((p) => p.jour === jourDeSemaine(jour) && p.duree > 0)
    .flatMap(({ debut, fin, duree, capacite }) =>
      Array.from({ length: Math.max(0, Math.floor((fin - debut) / duree)) }, (_, rang) => ({
        debut: instantDe(jour, debut + rang * duree, fuseau),
        fin: instantDe(jour, debut + (rang + 1) * duree, fuseau),
        capacite,
      })),
    )
    .toSorted((a, b) => a.debut.getTime() - b.debut.getTime());
}

/** How many more people a slot takes. An appointment given under former hours counts in each slot that it touches. */
export function placesLibres({ debut, fin, capacite }: Creneau, occupes: readonly Occupe[]): number {
  return Math.max(0, capacite - occupes.filter((o) => o.debut < fin && debut < o.fin).length);
}

export type CreneauLibre = Creneau & { places: number };

/** Free slots that begin at `depuis` or later, day by day until `jusqu` included. */
export function creneauxLibres(calendrier: Calendrier, occupes: readonly Occupe[], depuis: Date, jusqu: Jour): CreneauLibre[] {
  const libres: CreneauLibre[] = [];
  for (let jour = jourLocal(depuis, calendrier.fuseau); jour <= jusqu; jour = plusJours(jour, 1))
    for (const creneau of creneauxDuJour(calendrier, jour)) {
      const places = placesLibres(creneau, occupes);
      if (creneau.debut >= depuis && places > 0) libres.push({ ...creneau, places });
    }
  return libres;
}

/** The slot that begins at this very instant; undefined when the place gives none, whoever asks for it. */
export function creneauDe(calendrier: Calendrier, debut: Date): Creneau | undefined {
  return creneauxDuJour(calendrier, jourLocal(debut, calendrier.fuseau)).find((c) => c.debut.getTime() === debut.getTime());
}

/** Minutes after midnight of an hour as it is typed: « 9:00 », « 09h30 », « 14h » → 540, 570, 840; null otherwise. */
export function minutesSaisies(texte: string): number | null {
  const lu = /^(\d{1,2})\s*[h:]\s*(\d{2})?$/i.exec(texte.trim());
  const minutes = lu ? Number(lu[1]) * 60 + Number(lu[2] ?? 0) : Number.NaN;
  return minutes <= 24 * 60 && Number(lu?.[2] ?? 0) < 60 ? minutes : null;
}

/** 570 → « 09:30 ». */
export function heureDe(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
