// Working days of the administration: neither Saturday, Sunday nor public holiday (code du travail L.3133-1; L.3134-13 for
// Alsace-Moselle; L.3422-2 for the overseas days of the abolition of slavery).
import joursFeries from '@socialgouv/jours-feries';
import { decoupe, type Jour, plusJours } from '../jour.ts';

const ALSACE_MOSELLE = ['57', '67', '68'];
/** Month and day, by departement. */
const ABOLITION: Readonly<Record<string, string>> = {
  ...{ '971': '05-27', '972': '05-22', '973': '06-10', '974': '12-20', '976': '04-27' },
  ...{ '977': '10-09', '978': '05-28' },
};

/** Half a day later, the local date is the same whatever the clock change that the package crossed while adding days to Easter. */
const MIDI = 12 * 3_600_000;
const deux = (n: number) => String(n).padStart(2, '0');
const enJour = (minuit: Date): Jour => {
  const midi = new Date(minuit.getTime() + MIDI);
  return `${midi.getFullYear()}-${deux(midi.getMonth() + 1)}-${deux(midi.getDate())}`;
};

const connus = new Map<string, ReadonlySet<Jour>>();

function feriesDe(annee: number, departement: string | null): ReadonlySet<Jour> {
  const cle = `${annee}/${departement ?? ''}`;
  const deja = connus.get(cle);
  if (deja) return deja;
  const alsace = departement !== null && ALSACE_MOSELLE.includes(departement);
  const feries = new Set(Object.values(joursFeries(annee, { alsace })).map(enJour));
  const abolition = departement === null ? undefined : ABOLITION[departement];
  if (abolition) feries.add(`${annee}-${abolition}`);
  connus.set(cle, feries);
  return feries;
}

/** `departement`: adds the days off of its own; null: those of the whole country. */
export function estOuvre(jour: Jour, departement: string | null): boolean {
  const semaine = new Date(`${jour}T00:00:00Z`).getUTCDay();
  if (semaine === 0 || semaine === 6) return false;
  return !feriesDe(decoupe(jour)[0], departement).has(jour);
}

/** The working day that comes `nombre` working days after this one, which does not count. */
export function plusJoursOuvres(jour: Jour, nombre: number, departement: string | null): Jour {
  let courant = jour;
  for (let restants = nombre; restants > 0; ) {
    courant = plusJours(courant, 1);
    if (estOuvre(courant, departement)) restants -= 1;
  }
  return courant;
}

/** This day, or the next working day: a period of appeal never ends on a day off (code de procedure civile art. 642). */
export function reporteAuJourOuvre(jour: Jour, departement: string | null): Jour {
  return estOuvre(jour, departement) ? jour : reporteAuJourOuvre(plusJours(jour, 1), departement);
}
