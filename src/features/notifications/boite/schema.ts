import { z } from 'zod';

/** Results by page (S-160). */
export const TAILLES = [10, 20, 50] as const;

/** The address bar of the list: anything unreadable is the first page of everything. */
export const schemaBoite = z.object({
  type: z.string().catch(''),
  page: z.coerce.number().int().min(1).catch(1),
  parPage: z.coerce.number().int().catch(10),
});
