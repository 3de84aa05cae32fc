import { z } from 'zod';
import { MOTIFS_ECART } from '#domain/dossier/evenements.ts';

export const schemaEcart = z
  .object({
    dossier: z.string(),
    version: z.coerce.number().int(),
    fichier: z.string(),
    motif: z.enum(MOTIFS_ECART, 'Dites pourquoi ce fichier n’a pas sa place dans le dossier.'),
  })
  .transform(({ dossier, version, fichier, motif }) => ({ vu: { dossierId: dossier, version }, ecart: { fichierId: fichier, motif } }));
