import { z } from 'zod';

const code = z.string().regex(/^[a-z_]{1,40}$/);

export const schemaAttester = z.object({ dossier: z.string(), etape: code });

/** What the browser reports once it has the network again: when each try was lost. */
export const schemaEchecs = z.object({ etape: code, echecs: z.array(z.iso.datetime()).min(1).max(10) });
