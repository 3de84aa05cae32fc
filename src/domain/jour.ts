// Days of law. A Jour is a calendar date in Europe/Paris, written 'YYYY-MM-DD'; an instant becomes a Jour only through `jourDe`.

export type Jour = string;

const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' });

const HEURE = 3_600_000;
let derniere: { heure: number; jour: Jour } | null = null;

/**
 * The calendar day of an instant in Europe/Paris. Paris is whole hours from UTC (law of 9 March 1911), so an hour of UTC falls in one day:
 * the last hour asked is remembered, every request asks for the same one several times.
 */
export function jourDe(instant: Date): Jour {
  const heure = Math.floor(instant.getTime() / HEURE);
  if (heure === derniere?.heure) return derniere.jour;
  const jour = paris.format(instant);
  // since 1970, when every computer says the same
  if (heure >= 0) derniere = { heure, jour };
  return jour;
}

/** True for a real calendar date written 'YYYY-MM-DD' (31 February is not one). */
export function estJour(texte: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(texte)) return false;
  const date = new Date(`${texte}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(texte);
}

/** Adds calendar days; negative numbers go back. */
export function plusJours(jour: Jour, jours: number): Jour {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + jours);
  return date.toISOString().slice(0, 10);
}

/**
 * Adds calendar months from date to date; when the day does not exist the period ends on the last day of the month
 * (code de procedure civile art. 641, applied by analogy).
 */
export function plusMois(jour: Jour, mois: number): Jour {
  const [annee, m, j] = decoupe(jour);
  const cible = annee * 12 + (m - 1) + mois;
  const anneeCible = Math.floor(cible / 12);
  const moisCible = (cible % 12) + 1;
  const dernier = new Date(Date.UTC(anneeCible, moisCible, 0)).getUTCDate();
  return composeJour(anneeCible, moisCible, Math.min(j, dernier));
}

export function composeJour(annee: number, mois: number, jour: number): Jour {
  return `${String(annee).padStart(4, '0')}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}`;
}

/** Year, month (1–12), day of a Jour. */
export function decoupe(jour: Jour): [number, number, number] {
  return [Number(jour.slice(0, 4)), Number(jour.slice(5, 7)), Number(jour.slice(8, 10))];
}

/** A Jour as people read it in France: 22/12/2022. */
export function jourLisible(jour: Jour): string {
  const [annee, mois, j] = decoupe(jour);
  return `${String(j).padStart(2, '0')}/${String(mois).padStart(2, '0')}/${annee}`;
}

/** Whole days from one Jour to another (negative when the second is earlier). */
export function joursEntre(debut: Jour, fin: Jour): number {
  return Math.round((Date.parse(`${fin}T00:00:00Z`) - Date.parse(`${debut}T00:00:00Z`)) / 86_400_000);
}

/** The day typed in three inputs (ChampDate); null when it is not one. Spaces and a missing leading zero are forgiven. */
export function jourSaisi({ jour, mois, annee }: { jour: string; mois: string; annee: string }): Jour | null {
  const [j, m, a] = [jour.trim(), mois.trim(), annee.trim()];
  if (!/^\d{1,2}$/.test(j) || !/^\d{1,2}$/.test(m) || !/^\d{4}$/.test(a)) return null;
  const lu = composeJour(Number(a), Number(m), Number(j));
  return estJour(lu) ? lu : null;
}
