// Creation of a compte with a number (S-027 to S-032): the document, then the e-mail, then the password behind the link.
import { z } from 'zod';
import { SORTES_TITRE } from '#adapters/registre/registre.ts';
import { lireNumero } from '#domain/compte/identifiant.ts';
import { composeJour, estJour } from '#domain/jour.ts';
import { schemaCreation } from '../creation/schema.ts';
import { choixMotDePasse } from '../mot-de-passe/schema.ts';

const partie = z.string().trim().default('');

/** A date printed on a document, in three parts; the error stands on the first part that is wrong. */
function dateImprimee(laquelle: string) {
  return z
    .object({ jour: partie, mois: partie, annee: partie })
    .default({ jour: '', mois: '', annee: '' })
    .transform(({ jour, mois, annee }, ctx) => {
      const dire = (ou: string, message: string) => {
        ctx.addIssue({ code: 'custom', path: [ou], message });
        return z.NEVER;
      };
      if (!jour && !mois && !annee) return dire('jour', `Indiquez la date de ${laquelle} de validité.`);
      if (!/^\d{1,2}$/.test(jour)) return dire('jour', 'Indiquez le jour, par exemple 5.');
      if (!/^\d{1,2}$/.test(mois)) return dire('mois', 'Indiquez le mois, par exemple 12.');
      if (!/^\d{4}$/.test(annee)) return dire('annee', 'Écrivez l’année en quatre chiffres, par exemple 2026.');
      const date = composeJour(Number(annee), Number(mois), Number(jour));
      return estJour(date) ? date : dire('jour', 'Cette date n’existe pas dans le calendrier.');
    });
}

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
    debut: dateImprimee('début'),
    fin: dateImprimee('fin'),
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
