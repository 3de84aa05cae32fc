// Where a dossier goes, and why, as typed.
import { z } from 'zod';
import { MOTIFS_TRANSFERT } from '#domain/dossier/evenements.ts';
import { champsVu, vuDe } from '../schema.ts';

export const schemaTransfert = z
  .object({
    ...champsVu,
    vers: z.string('Choisissez la préfecture.').min(1, 'Choisissez la préfecture.'),
    motif: z.enum(MOTIFS_TRANSFERT, 'Dites pourquoi.'),
  })
  .transform(({ vers, motif, ...lu }) => ({ vu: vuDe(lu), vers, motif }));
