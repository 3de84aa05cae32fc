// Dates as people read them in France, in Paris time whatever the server's.
import { francais, type Traduire } from '#ui/langue/langues.ts';

const jour = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric' });
const heure = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

/** "22/11/2026", or "22/11/2026 à 14:05" with `precis`. */
export function Instant({ le, precis = false, t = francais }: { le: Date; precis?: boolean; t?: Traduire }) {
  const texte = precis ? t('{jour} à {heure}', { jour: jour.format(le), heure: heure.format(le) }) : jour.format(le);
  return <time dateTime={le.toISOString()}>{texte}</time>;
}

/** The same moment as a plain text, where no element may stand (a cell of a table). */
export function instantLisible(le: Date, t: Traduire = francais): string {
  return t('{jour} à {heure}', { jour: jour.format(le), heure: heure.format(le) });
}
