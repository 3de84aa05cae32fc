// The lists of the clocks, as asked in the address, and the dossiers ticked.
import { z } from 'zod';

const schemaPage = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  /** of one's own dossiers only */
  miens: z
    .literal('1')
    .optional()
    .catch(undefined)
    .transform((v) => v === '1'),
});

export const lirePage = (parametres: Record<string, string | string[] | undefined>) => schemaPage.parse(parametres);

/** As many as a page of the list shows. */
const LOT_MAXIMUM = 50;

export const schemaLot = z.object({ dossiers: z.record(z.uuid(), z.string()).default({}) }).transform(({ dossiers }, ctx) => {
  const ids = Object.keys(dossiers).slice(0, LOT_MAXIMUM);
  if (ids.length === 0) ctx.addIssue({ code: 'custom', path: ['dossiers'], message: 'Cochez au moins un dossier dans la liste.' });
  return { ids };
});
