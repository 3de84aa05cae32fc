import { z } from 'zod';
import { motDePasseActuel } from '#features/compte/preuve/schema.ts';

export const schemaSuppression = z.object({
  compris: z.literal('on', 'Cochez cette case pour supprimer votre compte.'),
  motDePasse: motDePasseActuel,
});
