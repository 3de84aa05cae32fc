// What FranceConnect proved, kept while the person says which compte is theirs; and the forms of that page.
import { z } from 'zod';
import { champEmail } from '../creation/schema.ts';

export const SORTE_ATTENTE = 'franceconnect_attente';
export const SORTE_CODE = 'franceconnect_code';
/** Minutes to say which compte is one's own, and for a code sent by mail. */
export const MINUTES_ATTENTE = 30;

export const attente = z.object({
  sub: z.string(),
  idToken: z.string(),
  pivot: z.object({
    prenoms: z.string(),
    nomNaissance: z.string(),
    nomUsage: z.string().nullable(),
    naissance: z.string(),
    sexe: z.enum(['feminin', 'masculin']).nullable(),
    paysNaissance: z.string(),
    communeNaissance: z.string().nullable(),
  }),
  email: z.string().nullable(),
  /** what the person is asked (domain/compte/identite-pivot): nothing here links by itself */
  question: z.enum(['confirmer', 'reconnaitre', 'choisir']),
  /** who the question is about: a resemblance, which proves nothing */
  personneId: z.string().nullable(),
  /** whom the number and the dates have shown; `numeroVisa`: the identifiant to be of who has no numéro étranger yet */
  prouvee: z.object({ personneId: z.string(), numeroVisa: z.string().nullable() }).nullable(),
  etape: z.enum(['question', 'courriel', 'code']),
  retour: z.string().optional(),
});
export type Attente = z.infer<typeof attente>;

export const codeSaisi = z.object({ email: z.string(), consentement: z.boolean() });

export const schemaCourriel = z.object({
  email: champEmail,
  consentement: z
    .string()
    .optional()
    .transform((v) => v === 'on'),
});

export const schemaCode = z.object({
  code: z
    .string({ error: 'Recopiez le code reçu par courriel.' })
    .transform((c) => c.replace(/[\s.-]/g, '').toUpperCase())
    .pipe(z.string().min(1, 'Recopiez le code reçu par courriel.').max(40, 'Ce code est trop long : vérifiez-le.')),
});

export const schemaGeste = z.object({});

export const ECHECS = ['annule', 'refuse', 'panne', 'ancien', 'trop'] as const;
export type EchecFranceConnect = (typeof ECHECS)[number];
