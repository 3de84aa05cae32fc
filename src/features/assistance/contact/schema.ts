// What the contact form sends, and how it comes back when something must be corrected.
import { z } from 'zod';
import { dateEtHeure, instantDeParis, MESSAGE_MAXIMUM, SUJETS } from '#domain/assistance/ticket.ts';
import { emailNormalise } from '#domain/compte/identifiant.ts';
import { estJour } from '#domain/jour.ts';

const facultatif = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Écrivez au plus ${max} caractères.`)
    .transform((v) => v || null)
    .nullable()
    .default(null);

export const schemaContact = z
  .object({
    sujet: z.enum(SUJETS, { error: 'Choisissez ce qui ressemble le plus à votre problème.' }),
    message: z
      .string({ error: 'Expliquez votre problème.' })
      .trim()
      .min(10, 'Expliquez votre problème en quelques phrases : ce que vous vouliez faire, ce qui s’est passé.')
      .max(MESSAGE_MAXIMUM, `Écrivez au plus ${MESSAGE_MAXIMUM} caractères.`),
    page: facultatif(300),
    erreur: facultatif(40),
    jour: z.string().default(''),
    heure: z.string().default(''),
    dossier: facultatif(36),
    prefecture: facultatif(3),
    nom: z.string({ error: 'Indiquez vos nom et prénom.' }).trim().min(2, 'Indiquez vos nom et prénom.').max(200, 'Ce nom est trop long.'),
    email: z
      .string({ error: 'Indiquez votre adresse électronique.' })
      .transform(emailNormalise)
      .pipe(
        z
          .string()
          .min(1, 'Indiquez votre adresse électronique : la réponse y arrivera.')
          .max(254, 'Cette adresse est trop longue : vérifiez-la.')
          .email('Cette adresse n’est pas complète. Exemple : prenom.nom@example.org'),
      ),
    telephone: facultatif(30),
  })
  .superRefine(({ jour, heure }, ctx) => {
    if (jour !== '' && !estJour(jour)) ctx.addIssue({ code: 'custom', path: ['jour'], message: 'Indiquez une date qui existe.' });
    if (heure !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(heure))
      ctx.addIssue({ code: 'custom', path: ['heure'], message: 'Indiquez l’heure ainsi : 14:05.' });
  })
  .transform(({ jour, heure, ...reste }) => ({
    ...reste,
    survenuLe: jour === '' ? null : instantDeParis(jour, heure === '' ? '12:00' : heure),
  }));

export type Contact = z.infer<typeof schemaContact>;

/** A screenshot in the storage, not yet held by a ticket. */
export const schemaCapture = z.object({
  cle: z.string(),
  nom: z.string(),
  type: z.string(),
  taille: z.number(),
  sha256: z.string(),
  analyse: z.enum(['en_attente', 'sain']),
});
export type CaptureRecue = z.infer<typeof schemaCapture>;

/** A form that came back: kept an hour, sealed, under a secret that the address holds. */
export const schemaRetour = z.object({
  valeurs: z.record(z.string(), z.string()),
  erreurs: z.record(z.string(), z.string()),
  general: z.string().nullable(),
  captures: z.array(schemaCapture),
});
export type Retour = z.infer<typeof schemaRetour>;

/** Fields as first shown: where one comes from, the number of the error, now. */
export function valeursInitiales(
  parametres: { page?: string; erreur?: string; dossier?: string },
  connu: { nom: string | null; email: string; telephone: string | null } | null,
  at: Date,
): Record<string, string> {
  const { jour, heure } = dateEtHeure(at);
  return {
    page: parametres.page?.slice(0, 300) ?? '',
    erreur: parametres.erreur?.slice(0, 40) ?? '',
    dossier: parametres.dossier ?? '',
    sujet: parametres.erreur ? 'erreur' : '',
    jour,
    heure,
    nom: connu?.nom ?? '',
    email: connu?.email ?? '',
    telephone: connu?.telephone ?? '',
  };
}
