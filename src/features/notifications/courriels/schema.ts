// What a kind of mail is. A kind = one file in kinds/ and one line in catalogue.ts.
import { z } from 'zod';
import type { Message } from '#adapters/mail/message.ts';

/** What the rendering adds to the variables: whole addresses, and the part that is kept encrypted until it leaves. */
export type ContexteCourriel = { lien: (chemin: string) => string; secret: string };

type Definition<S extends z.ZodType> = {
  sorte: string;
  /** when it leaves, for the people who read the list */
  objet: string;
  variables: S;
  /** what `secret` holds (a provisional password, a token); absent: the kind has none */
  secret?: { contient: string; exemple: string };
  /** attached documents are expected */
  pieces?: boolean;
  exemple: z.infer<S>;
  rediger: (variables: z.infer<S>, contexte: ContexteCourriel) => Message;
};

export type KindCourriel<S extends z.ZodType = z.ZodType> = Definition<S> & {
  /** From what the row holds; throws when it does not fit. */
  rendre: (brut: unknown, contexte: ContexteCourriel) => Message;
};

export function courriel<S extends z.ZodType>(definition: Definition<S>): KindCourriel<S> {
  return { ...definition, rendre: (brut, contexte) => definition.rediger(definition.variables.parse(brut), contexte) };
}

/** Greeting as in the seeds: NOM then Prénom (S-271). */
export const personneSaluee = z.object({ nom: z.string(), prenom: z.string() });

export function saluer({ nom, prenom }: z.infer<typeof personneSaluee>): string {
  return `${nom.toLocaleUpperCase('fr')} ${prenom}`.trim();
}
