// The form by which a person answers a complement; names of fields: items.<id>.reponse, items.<id>.raison, message.
import { z } from 'zod';
import { MESSAGE_MAX, RAISON_MAX, REPONSES_ITEM } from '#domain/dossier/complement-reponse.ts';

const tropLong = (max: number) => `Ce texte dépasse ${max} caractères : raccourcissez-le.`;

const schemaItem = z.object({
  reponse: z.enum(REPONSES_ITEM).nullable().default(null),
  raison: z.string().max(RAISON_MAX, tropLong(RAISON_MAX)).default(''),
});

export const schemaReponse = z.object({
  complement: z.uuid(),
  /** version of the draft that this page started from: two tabs do not overwrite each other */
  version: z.coerce.number().int().min(0),
  geste: z.enum(['envoyer', 'garder']).default('envoyer'),
  items: z.record(z.string(), schemaItem).default({}),
  message: z.string().max(MESSAGE_MAX, tropLong(MESSAGE_MAX)).default(''),
});

export type ReponseEnvoyee = z.infer<typeof schemaReponse>;

/** What is kept as one types. */
export const schemaSaisie = schemaReponse.pick({ items: true, message: true });
export type SaisieReponse = z.infer<typeof schemaSaisie>;

/** What the page sends by itself while one types. */
export const schemaGardee = z.object({ valeurs: schemaSaisie, version: z.number().int().min(0) });
