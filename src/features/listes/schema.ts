// What the forms of the lists of pieces send.
import { z } from 'zod';
import { jourRequis } from '#domain/jour-saisi.ts';

const entier = z.coerce.number().int().positive().max(1_000_000);
const procedure = z.string().regex(/^[a-z0-9-]{1,80}$/);

export const schemaListeVisee = z.object({ procedure });
export const schemaVersionVisee = z.object({ procedure, version: entier });
const editee = { procedure, version: entier, revision: entier };

/** The piece itself is read by domain/procedure/saisie-piece: its fields depend on the procedure. `ancien`: its code so far. */
export const schemaPieceSaisie = z.object({ ...editee, ancien: z.string().max(80).default(''), _geste: z.string().max(100).default('') });

export const SENS = ['monter', 'descendre', 'retirer'] as const;
export const schemaPlace = z.object({ ...editee, piece: z.string().max(80), geste: z.enum(SENS) });
export const schemaAbandon = z.object(editee);

const RAISON_MAX = 300;
export const schemaPublication = z.object({
  ...editee,
  effet: jourRequis('Indiquez le premier jour, en entier.'),
  urgence: z.string().trim().max(RAISON_MAX, `Écrivez au plus ${RAISON_MAX} caractères.`).default(''),
  raison: z
    .string()
    .trim()
    .min(10, 'Dites pourquoi la liste change : les personnes dont la demande est en cours le liront.')
    .max(RAISON_MAX, `Écrivez au plus ${RAISON_MAX} caractères.`),
  source: z
    .string()
    .trim()
    .min(3, 'Citez le texte ou la page d’où vient cette version.')
    .max(RAISON_MAX, `Écrivez au plus ${RAISON_MAX} caractères.`),
});

export type PublicationSaisie = z.infer<typeof schemaPublication>;

/** One change of a draft, kept with it: who else edits it is told. */
export const schemaModifications = z.array(z.object({ revision: z.number(), nom: z.string(), le: z.string(), quoi: z.string() })).catch([]);
export type Modification = z.infer<typeof schemaModifications>[number];

/** Page of a list, or of one of its versions. A national administrator reads what a préfecture adds with `prefecture`. */
export const adresseListe = (slug: string, version?: number, suite = '', prefecture: string | null = null): string =>
  `/administration/listes/${slug}${version === undefined ? '' : `/${version}`}${suite}${prefecture === null ? '' : `?prefecture=${prefecture}`}`;

/** Last part of the address where a piece is added; no code of a piece has a hyphen. */
export const NOUVELLE = 'nouvelle-piece';
