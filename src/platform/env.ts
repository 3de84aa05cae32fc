// The one schema of the environment: every variable, its meaning, its default. Nothing else reads process.env.
// A bad value stops the start with a sentence that names the variable.
import { z } from 'zod';

const booleen = z.enum(['true', 'false']).transform((v) => v === 'true');
/** Values of acr, one or several. */
const niveaux = z.string().regex(/^\S+( \S+)*$/, 'levels are separated by one space');
const port = z.coerce.number().int().min(1).max(65535);

export const variables = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production').describe('Mode of the process'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('PostgreSQL to use, with the role of the service; `npm start` fills it with the embedded server when absent'),
  MIGRATION_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'The same database with the role that owns it: migrations and rights only, never given to web nor worker; absent = the role of DATABASE_URL, which can then erase the journals',
    ),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10).describe('Connections kept by each process'),
  PORTAIL_URL: z
    .url({ protocol: /^https?$/ })
    .refine((u) => new URL(u).pathname === '/' && !new URL(u).search, 'give the address without a path: the portal is served at the root')
    .default('http://localhost:3000')
    .describe('Public address of the portal, used in mails and documents'),
  PORT: port.default(3000).describe('Port of the web process'),
  PORTAIL_SECRET: z
    .string()
    .min(32)
    .describe('Root secret (32 characters or more): sessions, encryption of files and of pending secrets are derived from it'),
  PORTAIL_OFFICIEL: booleen.default(false).describe('true only on a service of the State: removes the "démonstration" banner (D-20)'),
  PORTAIL_NOM: z.string().default('Étrangers en France').describe('Site title (S-001)'),
  PORTAIL_DIRECTION: z
    .string()
    .default('Direction générale des étrangers en France')
    .describe('Subtitle of the header and signature of mails (S-001)'),
  PORTAIL_MINISTERE: z
    .string()
    .default("Ministère de l'Intérieur")
    .describe('Brand block; changes between screens of the guide, so it is configuration (S-001)'),
  BOITE_DEVELOPPEMENT: booleen
    .default(false)
    .describe('true: mails are captured and readable at /developpement/boite; refused when PORTAIL_OFFICIEL=true'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server; absent = development mailbox'),
  COURRIEL_EXPEDITEUR: z.string().default('Étrangers en France (démonstration) <ne-pas-repondre@example.org>').describe('Sender of mails'),
  STOCKAGE_DOSSIER: z.string().default('.donnees/fichiers').describe('Folder of encrypted files when no S3 store is configured'),
  S3_ENDPOINT: z.url().optional().describe('S3-compatible store'),
  S3_BUCKET: z.string().optional().describe('Bucket of the S3 store; required with S3_ENDPOINT'),
  S3_REGION: z.string().default('fr-par').describe('Region of the S3 store'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Key of the S3 store'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret of the S3 store'),
  CLAMAV_HOTE: z.string().optional().describe('Host of clamd; absent = built-in check (EICAR, active PDF), which says so'),
  CLAMAV_PORT: port.default(3310).describe('Port of clamd'),
  ADRESSE_API: z.url().optional().describe('National address API; absent = embedded list of communes'),
  SIGNATURE_P12: z
    .string()
    .optional()
    .describe('PKCS#12 file (RSA key and certificates) that signs the documents issued; absent = a self-signed one, made at first start'),
  SIGNATURE_P12_PHRASE: z.string().optional().describe('Passphrase of SIGNATURE_P12'),
  FRANCECONNECT_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'OpenID Connect issuer of FranceConnect for usagers (its discovery document is read below it); absent = no FranceConnect button',
    ),
  FRANCECONNECT_CLIENT_ID: z.string().optional().describe('Identifier of the portal at FranceConnect; required with FRANCECONNECT_URL'),
  FRANCECONNECT_CLIENT_SECRET: z.string().optional().describe('Secret of the portal at FranceConnect; required with FRANCECONNECT_URL'),
  FRANCECONNECT_ACR: niveaux
    .default('eidas1')
    .describe('Levels asked from FranceConnect, and the only ones accepted (separated by spaces)'),
  PROCONNECT_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('OpenID Connect issuer of ProConnect, or of another provider of the State, for agents; absent = no ProConnect button'),
  PROCONNECT_CLIENT_ID: z.string().optional().describe('Identifier of the portal at ProConnect; required with PROCONNECT_URL'),
  PROCONNECT_CLIENT_SECRET: z.string().optional().describe('Secret of the portal at ProConnect; required with PROCONNECT_URL'),
  PROCONNECT_ACR: niveaux.default('eidas1').describe('Levels asked from ProConnect, and the only ones accepted (separated by spaces)'),
  ARGON2_MEMOIRE_KIO: z.coerce
    .number()
    .int()
    .min(64)
    .max(1_048_576)
    .default(65_536)
    .describe('Memory of one password verification, in KiB; tune with ARGON2_PASSES to a quarter of a second of one core'),
  ARGON2_PASSES: z.coerce.number().int().min(1).max(50).default(5).describe('Passes of one password verification'),
  MESSAGE_DELAI_SECONDES: z.coerce
    .number()
    .int()
    .min(0)
    .max(86_400)
    .default(300)
    .describe('Seconds during which an agent can take back a message before it leaves'),
  METRIQUES_JETON: z.string().min(16).optional().describe('Bearer token of /api/metriques; absent = the page answers 404'),
  PROXYS_DE_CONFIANCE: z.coerce
    .number()
    .int()
    .min(0)
    .max(5)
    .default(0)
    .describe('How many proxies in front may be believed about the client address'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info').describe('Level of the structured log'),
} as const;

const schema = z.object(variables).superRefine((e, ctx) => {
  if (e.S3_ENDPOINT && !(e.S3_BUCKET && e.S3_ACCESS_KEY_ID && e.S3_SECRET_ACCESS_KEY)) {
    ctx.addIssue({
      code: 'custom',
      path: ['S3_BUCKET'],
      message: 'S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go with S3_ENDPOINT',
    });
  }
  if ((e.SIGNATURE_P12 === undefined) !== (e.SIGNATURE_P12_PHRASE === undefined)) {
    ctx.addIssue({ code: 'custom', path: ['SIGNATURE_P12'], message: 'SIGNATURE_P12 and SIGNATURE_P12_PHRASE go together' });
  }
  for (const nom of ['FRANCECONNECT', 'PROCONNECT'] as const) {
    const url = e[`${nom}_URL`];
    if (!url) continue;
    if (!e[`${nom}_CLIENT_ID`] || !e[`${nom}_CLIENT_SECRET`]) {
      ctx.addIssue({ code: 'custom', path: [`${nom}_CLIENT_ID`], message: `${nom}_CLIENT_ID and ${nom}_CLIENT_SECRET go with ${nom}_URL` });
    }
    if (e.PORTAIL_OFFICIEL && !url.startsWith('https:')) {
      ctx.addIssue({ code: 'custom', path: [`${nom}_URL`], message: 'an official service only trusts a provider over https' });
    }
  }
  if (e.PORTAIL_OFFICIEL && e.BOITE_DEVELOPPEMENT) {
    ctx.addIssue({ code: 'custom', path: ['BOITE_DEVELOPPEMENT'], message: 'the development mailbox is refused on an official service' });
  }
  // OWASP's equivalent profiles: 46 MiB × 1 pass, 19 × 2, 12 × 3… never less than 7 MiB. Only tests go below.
  if (e.NODE_ENV !== 'test' && (e.ARGON2_MEMOIRE_KIO < 7 * 1024 || e.ARGON2_MEMOIRE_KIO * e.ARGON2_PASSES < 35 * 1024)) {
    ctx.addIssue({ code: 'custom', path: ['ARGON2_MEMOIRE_KIO'], message: 'below the floor of OWASP: give more memory or more passes' });
  }
  if (!e.SMTP_URL && !e.BOITE_DEVELOPPEMENT) {
    ctx.addIssue({ code: 'custom', path: ['SMTP_URL'], message: 'give SMTP_URL, or BOITE_DEVELOPPEMENT=true for a demonstration' });
  }
});

export type Env = z.infer<typeof schema>;

/** Reads an environment. Throws an Error whose message names each bad variable. Empty strings count as absent. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, v]) => v !== undefined && v !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((i) => `- ${i.path.join('.') || 'environment'}: ${i.message}`);
  throw new Error(`Environnement invalide, le service ne démarre pas :\n${lines.join('\n')}`);
}

let cached: Env | undefined;
/** The environment of this process, read and checked once. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
