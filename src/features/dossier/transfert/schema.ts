// Where a dossier goes, and why, as typed.
import { z } from 'zod';
import { MOTIFS_TRANSFERT } from '#domain/dossier/evenements.ts';

export const schemaTransfert = z
  .object({
    dossier: z.string(),
    version: z.coerce.number().int(),
    vers: z.string('Choisissez la préfecture.').min(1, 'Choisissez la préfecture.'),
    motif: z.enum(MOTIFS_TRANSFERT, 'Dites pourquoi.'),
  })
  .transform(({ dossier, version, vers, motif }) => ({ vu: { dossierId: dossier, version }, vers, motif }));
