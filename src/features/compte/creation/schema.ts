// The e-mail form of a first request (S-040 to S-043) and the agreement of D-07.
import { z } from 'zod';
import { lirePreambule } from '#domain/access/demarche.ts';
import { emailNormalise } from '#domain/compte/identifiant.ts';

export const champEmail = z
  .string({ error: 'Indiquez votre adresse électronique.' })
  .transform(emailNormalise)
  .pipe(
    z
      .string()
      .min(1, 'Indiquez votre adresse électronique.')
      .max(254, 'Cette adresse est trop longue : vérifiez-la.')
      .email('Cette adresse n’est pas complète. Exemple : prenom.nom@example.org'),
  );

/** What the compte is made for, when one came for it. */
export const champDepart = z.string().optional().transform(lirePreambule);

export const schemaCreation = z
  .object({
    email: champEmail,
    emailConfirmation: z.string({ error: 'Écrivez une deuxième fois votre adresse électronique.' }).transform(emailNormalise),
    consentement: z
      .string()
      .optional()
      .transform((v) => v === 'on'),
    retour: champDepart,
  })
  .refine((s) => s.email === s.emailConfirmation, {
    path: ['emailConfirmation'],
    message: 'Les deux adresses sont différentes : corrigez celle qui est fausse.',
  });
