// What agents type to ask an opinion and to record it.
import { z } from 'zod';
import { SENS_AVIS, SORTES_AVIS } from '#domain/dossier/evenements.ts';
import { jourRequis } from '#domain/jour-saisi.ts';
import { champsVu, vuDe } from '../schema.ts';

const texte = z.string().trim().max(5000, 'Écrivez au plus 5 000 caractères.').default('');

/** What somebody says; the silence is recorded by the portal alone. */
export const SENS_RENDUS = SENS_AVIS.filter((s) => s !== 'repute');

export const schemaDemandeAvis = z
  .object({
    ...champsVu,
    sorte: z.enum(SORTES_AVIS, 'Choisissez à qui demander l’avis.'),
    question: texte.refine((q) => q !== '', 'Écrivez la question, et les motifs qui y conduisent.'),
  })
  .transform(({ sorte, question, ...lu }) => ({ vu: vuDe(lu), sorte, question }));

export const schemaCertificat = z
  .object({ ...champsVu, avis: z.uuid(), recu: jourRequis('Indiquez le jour de réception, en entier.') })
  .transform(({ avis, recu, ...lu }) => ({ vu: vuDe(lu), avis, recuLe: recu }));

export const schemaAvisRendu = z
  .object({
    ...champsVu,
    avis: z.uuid(),
    sens: z.enum(SENS_RENDUS, 'Dites le sens de l’avis.'),
    texte,
    rendu: jourRequis('Indiquez le jour de l’avis, en entier.'),
  })
  .transform(({ avis, sens, texte: dit, rendu, ...lu }) => ({ vu: vuDe(lu), avis, sens, texte: dit, renduLe: rendu }));
