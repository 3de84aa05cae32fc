// What somebody reports to the centre de contact citoyens, and what makes it the proof of an impossibility (arrete of 1 August 2023).
import { type Jour, jourDe } from '../jour.ts';
import { ok, type Resultat, refuse } from '../result.ts';

export const SUJETS = ['blocage', 'erreur', 'acces', 'numero', 'pieces', 'suivi', 'donnees', 'autre'] as const;
export type Sujet = (typeof SUJETS)[number];

export const LIBELLE_SUJET: Readonly<Record<Sujet, string>> = {
  blocage: 'Je n’arrive pas à déposer ma demande en ligne',
  erreur: 'Un message d’erreur s’affiche',
  acces: 'Je n’arrive pas à me connecter ou à créer mon compte',
  numero: 'Je ne trouve pas mon numéro étranger ou les dates de mon titre',
  pieces: 'Je n’arrive pas à joindre un document',
  suivi: 'J’ai une question sur une demande déposée',
  donnees: 'Une information me concernant est fausse',
  autre: 'Autre sujet',
};

/** `ouvert`: waits for an agent · `repondu`: waits for the person · `clos`. */
export const ETATS_TICKET = ['ouvert', 'repondu', 'clos'] as const;
export type EtatTicket = (typeof ETATS_TICKET)[number];

export const LIBELLE_ETAT: Readonly<Record<EtatTicket, { usager: string; agent: string }>> = {
  ouvert: { usager: 'En attente de réponse', agent: 'À traiter' },
  repondu: { usager: 'Réponse reçue', agent: 'Répondu' },
  clos: { usager: 'Clos', agent: 'Clos' },
};

/** Screenshots given with one ticket. */
export const CAPTURES_MAXIMUM = 3;
/** Characters of a message. */
export const MESSAGE_MAXIMUM = 5_000;

/** "2026-004217": quoted on the telephone, so digits only; it opens nothing by itself. `tirage`: 0 to 999 999. */
export function numeroDeTicket(jour: Jour, tirage: number): string {
  return `${jour.slice(0, 4)}-${String(tirage).padStart(6, '0')}`;
}

export const FORME_NUMERO_TICKET = /^\d{4}-\d{6}$/;

/** What may prove a technical impossibility: one of them is enough, a bare assertion is not. */
export type Preuves = { captures: number; erreur: string | null; echecsDuPortail: number; attestations: number };

/** May the impossibility be recorded? The ticket itself is the date; something must show what happened. */
export function constatPossible({ captures, erreur, echecsDuPortail, attestations }: Preuves): Resultat<null> {
  return captures > 0 || erreur !== null || echecsDuPortail > 0 || attestations > 0 ? ok(null) : refuse('preuve_manquante');
}

const heureDeParis = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

/** An instant as the two fields "date" and "heure" write it, in Paris time. */
export function dateEtHeure(instant: Date): { jour: Jour; heure: string } {
  return { jour: jourDe(instant), heure: heureDeParis.format(instant) };
}

/** The instant of a day and an hour told in Paris time. In the hour that autumn repeats, the first; in the one that spring skips, the next. */
export function instantDeParis(jour: Jour, heure: string): Date {
  const lu = new Date(`${jour}T${heure}:00Z`);
  const decale = [2, 1].map((h) => new Date(lu.getTime() - h * 3_600_000));
  const juste = decale.find((d) => dateEtHeure(d).jour === jour && dateEtHeure(d).heure === heure);
  return juste ?? new Date(lu.getTime() - 3_600_000);
}
