// What a kind of mail is. A kind = one file in kinds/ and one line in catalogue.ts.
import { z } from 'zod';
import type { Bloc, Message } from '#adapters/mail/message.ts';
import { jourLisible } from '#domain/jour.ts';
import { type Contenu, paragraphesDe, remplir } from '#domain/publication/versions.ts';
import type { CalendarEvent, CalendarMethod } from '#platform/icalendar.ts';

/** What the rendering adds to the variables: whole addresses, and the part that is kept encrypted until it leaves. */
export type ContexteCourriel = { lien: (chemin: string) => string; secret: string };

export type Agenda = { nom: string; methode: CalendarMethod; evenement: CalendarEvent };

type Definition<S extends z.ZodType> = {
  sorte: string;
  /** when it leaves, for the people who read the list */
  objet: string;
  variables: S;
  /** what `secret` holds (a provisional password, a token); absent: the kind has none */
  secret?: { contient: string; exemple: string };
  /** attached documents are expected */
  pieces?: boolean;
  /** an appointment, attached as a file for the calendar of a telephone */
  agenda?: (variables: z.infer<S>) => Agenda;
  exemple: z.infer<S>;
  rediger: (variables: z.infer<S>, contexte: ContexteCourriel) => Message;
};

export type KindCourriel<S extends z.ZodType = z.ZodType> = Definition<S> & {
  /** From what the row holds; throws when it does not fit. */
  rendre: (brut: unknown, contexte: ContexteCourriel) => Message;
  /** null: none goes with this mail */
  agendaDe: (brut: unknown) => Agenda | null;
};

export function courriel<S extends z.ZodType>(definition: Definition<S>): KindCourriel<S> {
  return {
    ...definition,
    rendre: (brut, contexte) => definition.rediger(definition.variables.parse(brut), contexte),
    agendaDe: (brut) => definition.agenda?.(definition.variables.parse(brut)) ?? null,
  };
}

/** Greeting as in the seeds: NOM then Prénom (S-271). */
export const personneSaluee = z.object({ nom: z.string(), prenom: z.string() });

export function saluer({ nom, prenom }: z.infer<typeof personneSaluee>): string {
  return `${nom.toLocaleUpperCase('fr')} ${prenom}`.trim();
}

/** Where, in published words, the facts and the links of the mail stand. */
export const PLACES = { details: '{details}', liens: '{liens}' } as const;

function enMots(valeur: unknown): string {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (typeof valeur === 'number') return String(valeur);
  if (typeof valeur !== 'string') return '';
  return /^\d{4}-\d{2}-\d{2}$/.test(valeur) ? jourLisible(valeur) : valeur;
}

/** The variables of a mail as words: `personne.nom` is {personne_nom}, a day reads 02/03/2026, a yes reads « oui ». */
export function variablesPlates(variables: unknown, prefixe = ''): Contenu {
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables)) return {};
  return Object.fromEntries(
    Object.entries(variables).flatMap(([nom, valeur]): [string, string][] => {
      const code = `${prefixe}${nom.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`)}`;
      return typeof valeur === 'object' && valeur !== null ? Object.entries(variablesPlates(valeur, `${code}_`)) : [[code, enMots(valeur)]];
    }),
  );
}

/** The mail in the words that the administration published; its facts and links stay those of the kind. */
export function habiller(message: Message, { sujet = '', corps = '' }: Contenu, variables: unknown): Message {
  const valeurs = { ...variablesPlates(variables), details: PLACES.details, liens: PLACES.liens };
  const contenu = paragraphesDe(corps, valeurs).flatMap((texte): readonly Bloc[] => {
    if (texte === PLACES.details) return message.contenu.filter((b) => b.type === 'definitions' || b.type === 'liste');
    if (texte === PLACES.liens) return message.contenu.filter((b) => b.type === 'lien');
    return [{ type: 'paragraphe', texte }];
  });
  return { ...message, sujet: remplir(sujet, valeurs), contenu };
}
