import { z } from 'zod';
import { jourRequis } from '#domain/jour-saisi.ts';

export const schemaAbsence = z
  .object({
    agent: z.uuid('Choisissez la personne absente.'),
    debut: jourRequis('Indiquez le premier jour, en entier.'),
    fin: jourRequis('Indiquez le dernier jour, en entier.'),
    remplacant: z.uuid('Choisissez qui remplace.'),
  })
  .refine(({ debut, fin }) => fin >= debut, { path: ['fin'], message: 'Le dernier jour vient avant le premier.' });

export type AbsenceSaisie = z.infer<typeof schemaAbsence>;
export const schemaSuppression = z.object({ absence: z.uuid() });
