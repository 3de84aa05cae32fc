import { z } from 'zod';

export const schemaLien = z.object({ jeton: z.string().max(100).default('') });
