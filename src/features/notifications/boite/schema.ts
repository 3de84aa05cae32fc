import { z } from 'zod';

/** `accepte` is sent by the button pressed. */
export const schemaConsentement = z.object({ accepte: z.enum(['oui', 'non']) });

/** The address bar of the list: anything unreadable is the first page of everything. */
export const schemaBoite = z.object({
  type: z.string().catch(''),
  page: z.coerce.number().int().min(1).catch(1),
  parPage: z.coerce.number().int().catch(10),
});
