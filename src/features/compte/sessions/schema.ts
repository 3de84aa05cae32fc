import { z } from 'zod';

export const schemaSession = z.object({ session: z.uuid() });
export const schemaAutres = z.object({});
