// Withdrawing a request: by the person, who confirms; by an agent, from a letter.
import { z } from 'zod';
import { jourRequis } from '#domain/jour-saisi.ts';
import { champsVu, vuDe } from '../schema.ts';

export const schemaRetrait = z
  .object({ dossier: z.uuid(), confirme: z.literal('on', 'Cochez cette case : un retrait ne s’annule pas.') })
  .transform(({ dossier }) => ({ dossierId: dossier }));

export const schemaRetraitParLettre = z
  .object({
    ...champsVu,
    lettre: jourRequis('Indiquez la date de la lettre, en entier.'),
    remarque: z
      .string()
      .trim()
      .min(1, 'Dites ce que la personne demande, avec ses mots : l’historique le gardera.')
      .max(2000, 'Écrivez au plus 2 000 caractères.')
      .default(''),
  })
  .transform(({ lettre, remarque, ...lu }) => ({ vu: vuDe(lu), lettreLe: lettre, remarque }));
