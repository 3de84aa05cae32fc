// Who may open a restricted dossier, as typed.
import { z } from 'zod';

export const schemaHabilitations = z
  .object({ dossier: z.string(), version: z.coerce.number().int(), habilites: z.record(z.uuid(), z.string()).default({}) })
  .transform(({ dossier, version, habilites }, ctx) => {
    const agents = Object.keys(habilites);
    if (agents.length === 0)
      ctx.addIssue({
        code: 'custom',
        path: ['habilites'],
        message: 'Cochez au moins un agent : sans lui, personne n’instruirait ce dossier.',
      });
    return { vu: { dossierId: dossier, version }, agents };
  });
