// A day typed in three inputs, as every form reads it: what is wrong is told on the part that is wrong.
import { z } from 'zod';
import { type Jour, jourSaisi } from './jour.ts';

const partie = z.string().trim().max(20).default('');
const parties = z.object({ jour: partie, mois: partie, annee: partie }).default({ jour: '', mois: '', annee: '' });

type Parties = z.infer<typeof parties>;
type Faute = { sur: keyof Parties; message: string };

const estVide = ({ jour, mois, annee }: Parties) => jour === '' && mois === '' && annee === '';

function lire({ jour, mois, annee }: Parties): Jour | Faute {
  if (!/^\d{1,2}$/.test(jour)) return { sur: 'jour', message: 'Indiquez le jour, par exemple 5.' };
  if (!/^\d{1,2}$/.test(mois)) return { sur: 'mois', message: 'Indiquez le mois, par exemple 12.' };
  if (!/^\d{4}$/.test(annee)) return { sur: 'annee', message: 'Écrivez l’année en quatre chiffres, par exemple 2026.' };
  return jourSaisi({ jour, mois, annee }) ?? { sur: 'jour', message: 'Cette date n’existe pas dans le calendrier.' };
}

function juger(saisi: Parties, ctx: z.RefinementCtx): Jour {
  const lu = lire(saisi);
  if (typeof lu === 'string') return lu;
  ctx.addIssue({ code: 'custom', path: [lu.sur], message: lu.message });
  return z.NEVER;
}

/** A day that must be given; `message`: said when nothing is typed. */
export const jourRequis = (message: string) =>
  parties.transform((saisi, ctx): Jour => {
    if (!estVide(saisi)) return juger(saisi, ctx);
    ctx.addIssue({ code: 'custom', path: ['jour'], message });
    return z.NEVER;
  });

/** A day that may be left empty; half a day is a mistake. */
export const jourFacultatif = parties.transform((saisi, ctx): Jour | null => (estVide(saisi) ? null : juger(saisi, ctx)));
