// How often one may try, counted in the database so that every web process shares it. Keys are fingerprints: the table tells nobody's name.
// Two ways to count: every gesture (`freiner`: mails sent), or failures only (`compter`, then `pardonner` on success).
import 'server-only';
import { headers } from 'next/headers';
import { type Refus, refuse } from '#domain/result.ts';
import { networkOf } from '#platform/caller-address.ts';
import { db } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { fingerprint } from '#platform/secret.ts';

export type Frein = {
  nom: string;
  max: number;
  minutes: number;
  /** beyond `max`, still this many per this many minutes: what strangers do to one name slows it, never closes it */
  ensuite?: { max: number; minutes: number };
};
/** A brake, and who it is for. */
export type Essai = readonly [Frein, string];

type Ligne = { frein: Frein; cle: string; fenetre: Date; expire: Date };

function ligneDe([frein, cle]: Essai, at: Date): Ligne {
  const duree = frein.minutes * 60_000;
  const fenetre = new Date(Math.floor(at.getTime() / duree) * duree);
  return { frein, cle: fingerprint('jetons', `${frein.nom}:${cle}`), fenetre, expire: new Date(fenetre.getTime() + 2 * duree) };
}

const colonnes = (lignes: readonly Ligne[]) =>
  [lignes.map((l) => l.cle), lignes.map((l) => l.fenetre), lignes.map((l) => l.expire)] as const;

/** One statement, rows in the order of their keys: two callers never wait for each other in a ring. Value: tries of each key. */
async function ajouter(lignes: readonly Ligne[]): Promise<Map<string, number>> {
  const [cles, fenetres, expirations] = colonnes(lignes);
  const comptees = await db().$queryRaw<{ cle: string; nombre: number }[]>`
    INSERT INTO tentative (cle, fenetre, nombre, expire_le)
    SELECT cle, fenetre, 1, expire FROM unnest(${cles}::text[], ${fenetres}::timestamptz[], ${expirations}::timestamptz[]) AS e(cle, fenetre, expire)
    ORDER BY cle
    ON CONFLICT (cle, fenetre) DO UPDATE SET nombre = tentative.nombre + 1 RETURNING cle, nombre`;
  return new Map(comptees.map((c) => [c.cle, c.nombre]));
}

async function rendre(lignes: readonly Ligne[], nombre: number): Promise<void> {
  const [cles, fenetres] = colonnes(lignes);
  await db().$executeRaw`
    UPDATE tentative SET nombre = greatest(0, tentative.nombre - ${nombre})
    FROM (SELECT t.cle, t.fenetre FROM tentative t JOIN unnest(${cles}::text[], ${fenetres}::timestamptz[]) AS e(cle, fenetre)
      ON t.cle = e.cle AND t.fenetre = e.fenetre ORDER BY t.cle FOR UPDATE OF t) v
    WHERE tentative.cle = v.cle AND tentative.fenetre = v.fenetre`;
}

async function retient({ frein }: Ligne, nombre: number, cle: string, at: Date): Promise<boolean> {
  if (nombre <= frein.max) return false;
  if (!frein.ensuite) return true;
  return !(await compterEssai({ nom: `${frein.nom}-ensuite`, ...frein.ensuite }, cle, at));
}

/**
 * Counts a try before it is made, so that a volley sent at once does not pass whole. Null: it may be made; its failure stays counted,
 * its success is told to `pardonner`. A refused try counts nowhere: whoever insists on one name does not use up their neighbours' share.
 * Fixed windows: at most twice `max` over any window.
 */
export async function compter(essais: readonly Essai[], at: Date): Promise<Refus | null> {
  const lignes = essais.map((essai) => ligneDe(essai, at));
  const nombres = await ajouter(lignes);
  for (const [rang, ligne] of lignes.entries()) {
    const attente = ligne.frein.ensuite ?? ligne.frein;
    if (!(await retient(ligne, nombres.get(ligne.cle) ?? 1, essais[rang]?.[1] ?? '', at))) continue;
    await rendre(lignes, 1);
    return refuse('trop_de_tentatives', { minutes: String(attente.minutes) });
  }
  return null;
}

/** The try succeeded: what the first key had counted in its window is forgotten, and given back to the others (a shared network). */
export async function pardonner([propre, ...autres]: readonly [Essai, ...Essai[]], at: Date): Promise<void> {
  const { cle, fenetre } = ligneDe(propre, at);
  const [ligne] = await db().$queryRaw<{ nombre: number }[]>`
    DELETE FROM tentative WHERE cle = ${cle} AND fenetre = ${fenetre} RETURNING nombre`;
  if (autres.length > 0)
    await rendre(
      autres.map((essai) => ligneDe(essai, at)),
      ligne?.nombre ?? 1,
    );
}

/** The try was no failure: it is given back, those before it stay counted (a key shared by many). */
export async function rendreEssai(essais: readonly Essai[], at: Date): Promise<void> {
  await rendre(
    essais.map((essai) => ligneDe(essai, at)),
    1,
  );
}

/** Counts one gesture and says whether it may be made. */
export async function compterEssai(frein: Frein, cle: string, at: Date): Promise<boolean> {
  const ligne = ligneDe([frein, cle], at);
  const nombre = (await ajouter([ligne])).get(ligne.cle) ?? 1;
  return !(await retient(ligne, nombre, cle, at));
}

/** Counts one gesture for each brake, in order, and stops at the first one that holds: the refusal to answer with, or null. */
export async function freiner(essais: readonly Essai[], at: Date): Promise<Refus | null> {
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
 * with none, the framework itself writes the address of the connection. An IPv6 home is one caller.
 */
export async function adresseReseau(): Promise<string> {
  const suivies = ((await headers()).get('x-forwarded-for') ?? '')
    .split(',')
    .map((a) => a.trim())
    .filter(Boolean);
  const rang = Math.max(1, env().PROXYS_DE_CONFIANCE);
  const adresse = suivies.at(-rang) ?? suivies[0];
  return adresse ? networkOf(adresse) : 'inconnue';
}
