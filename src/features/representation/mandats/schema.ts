// The forms of a mandat: giving one, answering one, ending one.
import { z } from 'zod';
import { DROITS, QUALITES_MANDATAIRE } from '#domain/access/mandat.ts';
import { jourRequis } from '#domain/jour-saisi.ts';
import { champEmail } from '#features/compte/creation/schema.ts';

export const schemaDonner = z
  .object({
    dossier: z.string({ error: 'Choisissez la demande à confier.' }).min(1, 'Choisissez la demande à confier.'),
    nom: z
      .string({ error: 'Indiquez le nom de la personne qui vous aide.' })
      .trim()
      .min(1, 'Indiquez le nom de la personne qui vous aide.')
      .max(120, 'Ce nom est trop long.'),
    email: champEmail,
    qualite: z.enum(QUALITES_MANDATAIRE, { error: 'Dites qui est cette personne pour vous.' }),
    organisme: z
      .string()
      .trim()
      .max(120, 'Ce nom est trop long.')
      .optional()
      .transform((v) => v || null),
    droits: z
      .record(z.string(), z.string())
      .default({})
      .transform((coches) => DROITS.filter((d) => coches[d] === 'on')),
    finLe: jourRequis('Indiquez le dernier jour du mandat. Exemple : 14 12 2026.'),
  })
  .refine((s) => s.qualite !== 'association' || s.organisme !== null, {
    path: ['organisme'],
    message: 'Indiquez le nom de l’association.',
  });

export const schemaReponse = z.object({ jeton: z.string().max(100), accepte: z.enum(['oui', 'non']) });

export const schemaRevoquer = z.object({ mandat: z.string() });
