import { z } from 'zod';
import { SORTES_DELEGATION } from '#domain/access/delegation.ts';
import { jourFacultatif, jourRequis } from '#domain/jour-saisi.ts';
import { coches } from '../schema.ts';

export const schemaDelegation = z
  .object({
    agent: z.uuid('Choisissez le délégataire.'),
    sortes: coches.transform((choisies, ctx) => {
      const lues = SORTES_DELEGATION.filter((s) => s in choisies);
      if (lues.length === 0) ctx.addIssue({ code: 'custom', message: 'Choisissez au moins une sorte de décision.' });
      return lues;
    }),
    reference: z
      .string()
      .trim()
      .min(8, 'Recopiez la référence de l’arrêté publié : elle est imprimée sous les décisions.')
      .max(200, 'Écrivez au plus 200 caractères.'),
    debut: jourRequis('Indiquez le premier jour, en entier.'),
    fin: jourFacultatif,
  })
  .refine(({ debut, fin }) => fin === null || fin >= debut, { path: ['fin'], message: 'Le dernier jour vient avant le premier.' });

export type DelegationSaisie = z.infer<typeof schemaDelegation>;

export const schemaRevocation = z.object({ delegation: z.uuid() });
