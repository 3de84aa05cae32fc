import { z } from 'zod';
import { MOTIFS_ECART } from '#domain/dossier/evenements.ts';
import { champsVu, vuDe } from '../schema.ts';

export const schemaEcart = z
  .object({
    ...champsVu,
    fichier: z.string(),
    motif: z.enum(MOTIFS_ECART, 'Dites pourquoi ce fichier n’a pas sa place dans le dossier.'),
  })
  .transform(({ fichier, motif, ...lu }) => ({ vu: vuDe(lu), ecart: { fichierId: fichier, motif } }));
