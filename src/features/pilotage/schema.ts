// The period looked at, which is in the address: requests filed from a day to another.
import { z } from 'zod';
import { type Jour, plusMois } from '#domain/jour.ts';

export type Periode = { du: Jour; au: Jour };
export type Parametres = Record<string, string | string[] | undefined>;

const jour = z.iso.date().nullable().catch(null);

/** Twelve months by default; days the wrong way round, or in the future, are put right. */
export function lirePeriode(parametres: Parametres, aujourdhui: Jour): Periode {
  const lu = (nom: string) => jour.parse(parametres[nom] ?? null);
  const au = [lu('au') ?? aujourdhui, aujourdhui].toSorted()[0] ?? aujourdhui;
  const du = lu('du') ?? plusMois(au, -12);
  return du <= au ? { du, au } : { du: au, au: du <= aujourdhui ? du : aujourdhui };
}

export const ecrirePeriode = ({ du, au }: Periode) => new URLSearchParams({ du, au }).toString();
