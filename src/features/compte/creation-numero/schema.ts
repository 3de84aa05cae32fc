// Creation of a compte with a number (S-027 to S-032): the document, then the e-mail, then the password behind the link.
import { z } from 'zod';
import { SORTES_TITRE } from '#adapters/registre/registre.ts';
import { lireNumero } from '#domain/compte/identifiant.ts';
import { jourRequis } from '#domain/jour-saisi.ts';
import { champDepart, schemaCreation } from '../creation/schema.ts';
import { choixMotDePasse } from '../mot-de-passe/schema.ts';

export const schemaTitre = z
  .object({
    numero: z
      .string({ error: 'Indiquez votre numéro.' })
      .trim()
      .min(1, 'Indiquez votre numéro.')
      .max(60, 'Ce numéro est trop long : vérifiez-le.')
      .transform((saisi, ctx) => {
        const numero = lireNumero(saisi);
        if (numero !== null) return numero;
        ctx.addIssue({
          code: 'custom',
          message: 'Ce numéro n’a pas la bonne forme : recopiez les chiffres et les lettres de votre document.',
        });
        return z.NEVER;
      }),
    debut: jourRequis('Indiquez la date de début de validité.'),
    fin: jourRequis('Indiquez la date de fin de validité.'),
    retour: champDepart,
  })
  .refine((s) => s.debut <= s.fin, { path: ['fin.jour'], message: 'La fin de validité est avant le début : vérifiez les deux dates.' });

export const schemaAdresse = z.intersection(z.object({ preuve: z.string().max(100).default('') }), schemaCreation);

const differents = { path: ['motDePasseConfirmation'], message: 'Les deux mots de passe sont différents : écrivez deux fois le même.' };

export const schemaConfirmation = z
  .object({ ...choixMotDePasse, jeton: z.string().max(100).default('') })
  .refine((s) => s.motDePasse === s.motDePasseConfirmation, differents);

/** Who holds a visa confirms the address only (S-037). */
export const schemaConfirmationVisa = z.object({ jeton: z.string().max(100).default('') });

const titulaire = z.object({
  reference: z.string(),
  numeroEtranger: z.string().nullable(),
  etatCivil: z.object({
    nomNaissance: z.string(),
    nomUsage: z.string().nullable(),
    prenoms: z.string(),
    sexe: z.enum(['masculin', 'feminin']),
    dateNaissance: z.string(),
    nationalite: z.string(),
    paysNaissance: z.string(),
    lieuNaissance: z.string(),
  }),
  titre: z.object({ sorte: z.enum(SORTES_TITRE), numero: z.string().nullable(), mention: z.string() }),
});

/** What the proof of a titre carries to the page of the e-mail. */
export const contenuPreuve = z.object({ titulaire });
/** What the link sent by mail carries. */
export const contenuConfirmation = z.object({ titulaire, email: z.string(), consentement: z.boolean() });
