// The shape of a list of pieces in JSON, at every edge where one is read: the database, a form, a file.
import { z } from 'zod';
import { estJour } from '../jour.ts';
import { formats } from '../piece/fichier.ts';
import type { Condition, ListeDePieces, ModePieceSimple, PieceDemandee } from './definition.ts';
import { CERTITUDES } from './sortes.ts';

const texte = z.string().max(2000);
const textes = z.array(texte).max(60).readonly();
const codes = z.array(z.string().max(80)).max(300).readonly();

export const schemaCondition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ champ: z.string().max(80), parmi: codes }),
    z.strictObject({ nationalite: z.union([z.strictObject({ parmi: codes }), z.strictObject({ hors: codes })]) }),
    z.strictObject({ age: z.union([z.strictObject({ plusDe: z.number() }), z.strictObject({ moinsDe: z.number() })]) }),
    z.strictObject({ tous: z.array(schemaCondition).max(60).readonly() }),
    z.strictObject({ un: z.array(schemaCondition).max(60).readonly() }),
    z.strictObject({ non: schemaCondition }),
  ]),
);

const modesSimples = [
  z.object({ sorte: z.literal('un_parmi'), choix: textes }),
  z.object({
    sorte: z.literal('tous'),
    elements: z
      .array(z.object({ code: z.string().max(80), document: texte, siConcerne: z.boolean().optional() }))
      .max(60)
      .readonly(),
  }),
  z.object({ sorte: z.literal('au_moins_un'), choix: textes }),
  z.object({ sorte: z.literal('unique'), document: texte }),
  z.object({ sorte: z.literal('libre'), document: texte }),
  z.object({ sorte: z.literal('formulaire_signe'), modele: z.string().max(80), document: texte }),
  z.object({ sorte: z.literal('par_periode'), periode: z.enum(['annee', 'semestre']), nombre: z.int().max(60), document: texte }),
  z.object({ sorte: z.literal('cumul'), document: texte, choix: textes }),
] as const;

const schemaModeSimple: z.ZodType<ModePieceSimple> = z.discriminatedUnion('sorte', modesSimples);

const schemaMode = z.discriminatedUnion('sorte', [
  ...modesSimples,
  z.object({ sorte: z.literal('code'), fournisseur: z.enum(['ephoto', 'timbre']), libelle: texte, confirmer: texte }),
  z.object({ sorte: z.literal('declaration'), champ: z.string().max(80) }),
  z.object({
    sorte: z.literal('variante'),
    question: texte,
    variantes: z
      .array(z.object({ code: z.string().max(80), libelle: texte, mode: schemaModeSimple }))
      .max(30)
      .readonly(),
  }),
]);

const schemaPiece: z.ZodType<PieceDemandee> = z.object({
  code: z.string().max(80),
  libelle: texte,
  aide: texte.optional(),
  groupe: texte,
  sousGroupe: texte.optional(),
  requis: z.boolean(),
  condition: schemaCondition.optional(),
  moment: z.enum(['depot', 'remise']),
  mode: schemaMode,
  validiteMois: z.int().positive().max(1200).optional(),
  formats: z.array(z.enum(formats)).readonly().optional(),
  source: texte,
  certitude: z.enum(CERTITUDES),
  dateSource: z.string().max(20).default(''),
});

export const schemaPieces: z.ZodType<readonly PieceDemandee[]> = z.array(schemaPiece).max(200).readonly();

export const schemaListe: z.ZodType<ListeDePieces> = z.object({
  version: z.int().positive(),
  effetLe: z.string().refine(estJour, 'un jour réel est attendu'),
  source: texte,
  raison: texte,
  pieces: schemaPieces,
});
