// What is typed about second factors. Proofs themselves (`preuve.…`) are read by the guard.
import { z } from 'zod';
import { cheminLocal } from '../connexion/schema.ts';

/** Where one's own ways in are kept. */
export const LIEUX = { usager: '/mon-compte/securite', agent: '/agents/mon-compte', enrolement: '/agents/enrolement' } as const;
export type Lieu = keyof typeof LIEUX;

const retour = z.string().optional().transform(cheminLocal);
const nom = (parDefaut: string) =>
  z
    .string()
    .trim()
    .max(60, 'Ce nom est trop long : 60 caractères au plus.')
    .optional()
    .transform((v) => v || parDefaut);

/** A gesture that has nothing to say but that it is wanted. */
export const schemaGeste = z.object({ retour });

export const schemaApplication = z.object({
  code: z
    .string({ error: 'Écrivez le code à 6 chiffres que montre votre application.' })
    .transform((v) => v.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Écrivez le code à 6 chiffres que montre votre application.')),
  nom: nom('Application'),
  retour,
});

export const schemaCle = z.object({
  cle: z.string({ error: 'Votre navigateur n’a pas donné de clé. Réessayez.' }).max(20_000),
  nom: nom('Clé d’accès'),
  retour,
});

export const schemaRetrait = z.object({ facteur: z.uuid() });

/** What a browser gives back after navigator.credentials (WebAuthn, JSON forms of @simplewebauthn/browser). */
const commun = {
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
};
export const reponseEnregistrement = z.object({
  ...commun,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
});
export const reponsePreuve = z.object({
  ...commun,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().optional(),
  }),
});
