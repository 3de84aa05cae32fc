// What the forms and the addresses of the administration share.
import { z } from 'zod';
import { type Jour, jourSaisi } from '#domain/jour.ts';

const partie = z.string().default('');
const parties = z.object({ jour: partie, mois: partie, annee: partie }).default({ jour: '', mois: '', annee: '' });

/** A day typed in three inputs, which must be given. */
export const jourRequis = (message: string) =>
  parties.transform((saisi, ctx): Jour => {
    const jour = jourSaisi(saisi);
    if (jour === null) ctx.addIssue({ code: 'custom', message });
    return jour ?? '';
  });

/** A day typed in three inputs, which may be left empty; half a day is a mistake. */
export const jourFacultatif = parties.transform((saisi, ctx): Jour | null => {
  if (saisi.jour === '' && saisi.mois === '' && saisi.annee === '') return null;
  const jour = jourSaisi(saisi);
  if (jour === null) ctx.addIssue({ code: 'custom', message: 'Écrivez le jour, le mois et l’année, ou laissez vide.' });
  return jour;
});

/** Boxes ticked, by code: `roles.valideur` = on. */
export const coches = z.record(z.string(), z.string()).default({});

/** A date of the database from a day of law. */
export const enDate = (jour: Jour) => new Date(`${jour}T00:00:00Z`);

/** Parameters of an address, as a page receives them. */
export type Parametres = Record<string, string | string[] | undefined>;

/** Where a page of a log begins: the row after which it starts. */
export const apres = z
  .string()
  .regex(/^\d{1,19}$/)
  .nullable()
  .catch(null);

export const PAR_PAGE = 50;
