import { z } from 'zod';

export const schemaOuverture = z.object({
  numero: z
    .string()
    .transform((n) => n.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{19}$/, 'Le numéro de demande comporte dix-neuf chiffres.')),
  motif: z
    .string()
    .trim()
    .min(20, 'Dites pourquoi, en une phrase entière : la protection des données la lira.')
    .max(1000, 'Écrivez au plus 1 000 caractères.'),
});

/** How long an exceptional opening lasts, in minutes. */
export const MINUTES_OUVERTURE = 60;
