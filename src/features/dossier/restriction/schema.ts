// Who may open a restricted dossier, as typed.
import { z } from 'zod';
import { champsVu, vuDe } from '../schema.ts';

export const schemaHabilitations = z
  .object({ ...champsVu, habilites: z.record(z.uuid(), z.string()).default({}) })
  .transform(({ habilites, ...lu }, ctx) => {
    const agents = Object.keys(habilites);
    if (agents.length === 0)
      ctx.addIssue({
        code: 'custom',
        path: ['habilites'],
        message: 'Cochez au moins un agent : sans lui, personne n’instruirait ce dossier.',
      });
    return { vu: vuDe(lu), agents };
  });
