// How to reach the person: e-mail, telephone, language.
import { z } from 'zod';
import { emailNormalise } from '#domain/compte/identifiant.ts';
import { lireChamp } from '#domain/procedure/champs.ts';
import { languesOffertes } from '#ui/langue/langues.ts';
import { champEmail } from '../creation/schema.ts';
import { motDePasseActuel } from '../preuve/schema.ts';

export const schemaNouvelleAdresse = z
  .object({
    nouvelleAdresse: champEmail,
    nouvelleAdresseConfirmation: z.string({ error: 'Écrivez une deuxième fois la nouvelle adresse.' }).transform(emailNormalise),
    motDePasse: motDePasseActuel,
  })
  .refine((s) => s.nouvelleAdresse === s.nouvelleAdresseConfirmation, {
    path: ['nouvelleAdresseConfirmation'],
    message: 'Les deux adresses sont différentes : corrigez celle qui est fausse.',
  });

export const schemaAnnulation = z.object({});

const CHAMP = { type: 'telephone', code: 'telephone', libelle: 'Téléphone', requis: false } as const;

/** The same rules as in a request: spaces and points fall, 00 is +. Empty: no telephone any more. */
export const schemaTelephone = z.object({
  telephone: z
    .string()
    .default('')
    .transform((saisi, ctx): string | null => {
      const { valeur, erreurs } = lireChamp(saisi, CHAMP, 'telephone', { jour: '', email: '', reponses: {} });
      for (const { message } of erreurs) ctx.addIssue({ code: 'custom', message });
      return typeof valeur === 'string' ? valeur : null;
    }),
});

export const schemaLangue = z.object({
  langue: z.string().refine((code) => languesOffertes.some((l) => l.code === code), 'Choisissez une langue de la liste.'),
});

const secret = z.string().max(100).default('');
export const schemaConfirmation = z.object({ jeton: secret });
export const schemaRetour = z.object({
  retour: secret,
  motDePasse: z
    .string({ error: 'Indiquez le mot de passe que vous aviez.' })
    .min(1, 'Indiquez le mot de passe que vous aviez.')
    .max(512, 'Ce mot de passe est trop long.'),
});
