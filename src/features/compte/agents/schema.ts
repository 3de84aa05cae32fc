import { z } from 'zod';
import { emailNormalise } from '#domain/compte/identifiant.ts';
import { cheminLocal } from '../connexion/schema.ts';

const email = z
  .string({ error: 'Indiquez votre adresse professionnelle.' })
  .transform(emailNormalise)
  .pipe(z.string().min(1, 'Indiquez votre adresse professionnelle.').max(254, 'Cette adresse est trop longue.'));

export const schemaOubliAgent = z.object({ email });

export const schemaConnexionAgent = z.object({
  email,
  motDePasse: z
    .string({ error: 'Indiquez votre mot de passe.' })
    .min(1, 'Indiquez votre mot de passe.')
    .max(512, 'Ce mot de passe est trop long.'),
  retour: z.string().optional().transform(cheminLocal),
});
