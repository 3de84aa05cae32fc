// How often one may try, counted in the database so that every web process shares it. Keys are fingerprints: the table tells nobody's name.
import 'server-only';
import { headers } from 'next/headers';
import { type Refus, refuse } from '#domain/result.ts';
import { db } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { fingerprint } from '#platform/secret.ts';

export type Frein = { nom: string; max: number; minutes: number };

/** Counts one try and says whether it may go on. Fixed windows: at most twice `max` over any window. */
export async function compterEssai(frein: Frein, cle: string, at: Date): Promise<boolean> {
  const duree = frein.minutes * 60_000;
  const fenetre = new Date(Math.floor(at.getTime() / duree) * duree);
  const expire = new Date(fenetre.getTime() + 2 * duree);
  const empreinte = fingerprint('jetons', `${frein.nom}:${cle}`);
  const [ligne] = await db().$queryRaw<{ nombre: number }[]>`
    INSERT INTO tentative (cle, fenetre, nombre, expire_le) VALUES (${empreinte}, ${fenetre}, 1, ${expire})
    ON CONFLICT (cle, fenetre) DO UPDATE SET nombre = tentative.nombre + 1 RETURNING nombre`;
  return (ligne?.nombre ?? 1) <= frein.max;
}

/** Counts one try of each brake, in order, and stops at the first one that holds: the refusal to answer with, or null. */
export async function freiner(essais: readonly (readonly [Frein, string])[], at: Date): Promise<Refus | null> {
  for (const [frein, cle] of essais) {
    if (!(await compterEssai(frein, cle, at))) return refuse('trop_de_tentatives', { minutes: String(frein.minutes) });
  }
  return null;
}

/** Success forgets the tries of this key. */
export async function oublierEssais(frein: Frein, cle: string): Promise<void> {
  await db().tentative.deleteMany({ where: { cle: fingerprint('jetons', `${frein.nom}:${cle}`) } });
}

/**
 * Network address of the caller. Only as many proxies as PROXYS_DE_CONFIANCE are believed, counted from the right;
 * with none, the framework itself writes the address of the connection.
 */
export async function adresseReseau(): Promise<string> {
  const suivies = ((await headers()).get('x-forwarded-for') ?? '')
    .split(',')
    .map((a) => a.trim())
    .filter(Boolean);
  const rang = Math.max(1, env().PROXYS_DE_CONFIANCE);
  return suivies.at(-rang) ?? suivies[0] ?? 'inconnue';
}
