// Instants as agents read them, in Paris time.
import { type Jour, jourDe, jourLisible, joursEntre } from '#domain/jour.ts';
import { t } from '#ui/langue/t.ts';

const heure = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

export function dateLisible(instant: Date): string {
  return jourLisible(jourDe(instant));
}

export function instantLisible(instant: Date): string {
  return t('{date} à {heure}', { date: dateLisible(instant), heure: heure.format(instant) });
}

/** Days gone since an instant: "aujourd’hui", "12 j". */
export function depuis(instant: Date, aujourdhui: Jour): string {
  const jours = joursEntre(jourDe(instant), aujourdhui);
  return jours <= 0 ? t('aujourd’hui') : t('{jours} j', { jours });
}
