// What the forms and the addresses of the administration share.
import { z } from 'zod';
import type { Jour } from '#domain/jour.ts';

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
