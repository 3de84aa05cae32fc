import { z } from 'zod';

/** `accepte` is sent by the button pressed. */
export const schemaConsentement = z.object({ accepte: z.enum(['oui', 'non']) });
