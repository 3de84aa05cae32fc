// Choosing a password (S-047, S-048) and asking for a link (S-055, C23).
import { z } from 'zod';
import { champEmail } from '../creation/schema.ts';

export const choixMotDePasse = {
  motDePasse: z
    .string({ error: 'Choisissez un mot de passe.' })
    .min(1, 'Choisissez un mot de passe.')
    .max(512, 'Ce mot de passe est trop long.'),
  motDePasseConfirmation: z.string({ error: 'Écrivez une deuxième fois votre mot de passe.' }),
};
const pareils = (s: { motDePasse: string; motDePasseConfirmation: string }) => s.motDePasse === s.motDePasseConfirmation;
const differents = { path: ['motDePasseConfirmation'], message: 'Les deux mots de passe sont différents : écrivez deux fois le même.' };

export const schemaReinitialisation = z.object(choixMotDePasse).refine(pareils, differents);
export const schemaNouveau = z.object({ ...choixMotDePasse, jeton: z.string().max(100).default('') }).refine(pareils, differents);

export const schemaChangement = z
  .object({
    motDePasseActuel: z
      .string({ error: 'Écrivez votre mot de passe actuel.' })
      .min(1, 'Écrivez votre mot de passe actuel.')
      .max(512, 'Ce mot de passe est trop long.'),
    ...choixMotDePasse,
  })
  .refine(pareils, differents);

export const schemaOubli = z.object({
  identifiant: z
    .string({ error: 'Indiquez votre numéro étranger, ou votre adresse électronique.' })
    .trim()
    .min(1, 'Indiquez votre numéro étranger, ou votre adresse électronique.')
    .max(254, 'Cet identifiant est trop long : vérifiez-le.'),
});
export const schemaIdentifiantOublie = z.object({ email: champEmail });
