import { z } from 'zod';

/** The address bar: anything unreadable is the first page. */
export const schemaPage = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });
