import { z } from 'zod';
import { FORME_NUMERO_TICKET, MESSAGE_MAXIMUM } from '#domain/assistance/ticket.ts';
import { emailNormalise } from '#domain/compte/identifiant.ts';

export const champTexte = z
  .string({ error: 'Écrivez votre message.' })
  .trim()
  .min(2, 'Écrivez votre message.')
  .max(MESSAGE_MAXIMUM, `Écrivez au plus ${MESSAGE_MAXIMUM} caractères.`);

export const schemaReponseUsager = z.object({ ticket: z.string(), texte: champTexte });
export const schemaReponseVisiteur = z.object({ texte: champTexte });
export const schemaOuvrir = z.object({ jeton: z.string() });
export const schemaLien = z.object({
  numero: z
    .string({ error: 'Indiquez le numéro du ticket.' })
    .transform((v) => v.replace(/\s/g, ''))
    .pipe(z.string().regex(FORME_NUMERO_TICKET, 'Un numéro de ticket s’écrit ainsi : 2026-004217.')),
  email: z
    .string({ error: 'Indiquez votre adresse électronique.' })
    .transform(emailNormalise)
    .pipe(z.string().max(254).email('Cette adresse n’est pas complète. Exemple : prenom.nom@example.org')),
});
