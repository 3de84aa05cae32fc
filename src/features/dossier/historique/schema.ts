import { z } from 'zod';

/** Who asked, and for what: written in the journal of the administration and on the first page. */
export const schemaMotif = z.object({ motif: z.string().trim().min(20).max(500) });
