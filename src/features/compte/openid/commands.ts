// The two halves of a log-in at a provider, and the log-out there. The memory of a request is a secret used once: a replayed answer,
// or one that arrives in another browser, finds nothing.
import 'server-only';
import type { z } from 'zod';
import { type Affirmations, adresseDeSortie, demander, recevoir } from '#adapters/openid/openid.ts';
import { type Fournisseur, reglage } from '#adapters/openid/reglages.ts';
import { db, Prisma, type Tx, transaction } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { decrypt, encrypt } from '#platform/secret.ts';
import { consommerJeton, creerJeton, empreinteDuJeton, lireJeton } from '../jetons/commands.ts';
import { demandeOpenid, RETOUR_SORTIE, RETOURS, sortieOpenid } from './schema.ts';

/** Minutes to prove who one is at the provider. */
export const MINUTES_DEMANDE = 15;
export const MINUTES_SORTIE = 5;
const SORTE_SORTIE = 'openid_sortie';

export type Echec = 'annule' | 'refuse' | 'panne' | 'ancien';
export type Retour =
  | { ok: true; affirmations: Affirmations; acr: string; amr: readonly string[]; idToken: string; retour?: string }
  | { ok: false; raison: Echec };

const adresseDuPortail = (chemin: string) => new URL(chemin, env().PORTAIL_URL);

/** As it is written in a row: encrypted, because a dump of the table must not hold anybody's identity. */
export function sceller(contenu: unknown): { scelle: string } {
  return { scelle: encrypt('openid', JSON.stringify(contenu)).toString('base64') };
}

/** Opens what `sceller` closed. Throws when it was altered. */
export function desceller<S extends z.ZodType>(schema: S, contenu: Prisma.JsonValue): z.infer<S> {
  const scelle = typeof contenu === 'object' && contenu !== null && 'scelle' in contenu ? contenu.scelle : null;
  if (typeof scelle !== 'string') throw new Error('openid: nothing sealed here');
  return schema.parse(JSON.parse(decrypt('openid', Buffer.from(scelle, 'base64')).toString('utf8')));
}

/** Uses a sealed secret up and wipes what it held. */
export async function consommerScelle<S extends z.ZodType>(
  tx: Tx,
  { sorte, secret, schema }: { sorte: string; secret: string; schema: S },
  at: Date,
): Promise<z.infer<S> | null> {
  const jeton = await consommerJeton(tx, sorte, secret, at);
  if (!jeton) return null;
  await tx.jeton.update({
    where: { empreinte: empreinteDuJeton(sorte, secret) },
    data: { contenu: Prisma.DbNull },
    select: { sorte: true },
  });
  return desceller(schema, jeton.contenu);
}

/** Where to send the person, and the secret that their browser keeps meanwhile. Null: no such provider here, or it does not answer. */
export async function partir(
  fournisseur: Fournisseur,
  retour: string | undefined,
  at: Date,
): Promise<{ adresse: URL; secret: string } | null> {
  const chez = reglage(fournisseur);
  const depart = chez && (await demander(chez, adresseDuPortail(RETOURS[fournisseur])));
  if (!depart) return null;
  const contenu = sceller({ memoire: depart.memoire, retour });
  return {
    adresse: depart.adresse,
    secret: await creerJeton(db(), { sorte: `openid_${fournisseur}`, minutes: MINUTES_DEMANDE, contenu }, at),
  };
}

/** `recherche`: the query of the answer, as the browser brings it. The memory is used up whatever the answer says. */
export async function revenir(
  fournisseur: Fournisseur,
  { secret, recherche }: { secret: string | null; recherche: string },
  at: Date,
): Promise<Retour> {
  const demande = secret
    ? await transaction((tx) => consommerScelle(tx, { sorte: `openid_${fournisseur}`, secret, schema: demandeOpenid }, at))
    : null;
  const chez = reglage(fournisseur);
  if (!demande || !chez) return { ok: false, raison: 'ancien' };
  // not the address that the server saw: behind a proxy it is another one than the provider's
  const adresse = adresseDuPortail(RETOURS[fournisseur]);
  adresse.search = recherche;
  const reponse = await recevoir(chez, adresse, demande.memoire);
  return reponse.ok ? { ...reponse, retour: demande.retour } : reponse;
}

/** What a session keeps to leave the provider. */
export function jetonDeSortie(fournisseur: Fournisseur, idToken: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encrypt('openid', JSON.stringify({ fournisseur, idToken })));
}

/** After the log-out of the portal: the secret with which the browser will ask the way out of the provider. */
export function preparerSortie(jetonExterne: Uint8Array, at: Date): Promise<string> {
  const contenu = sceller(sortieOpenid.parse(JSON.parse(decrypt('openid', jetonExterne).toString('utf8'))));
  return creerJeton(db(), { sorte: SORTE_SORTIE, minutes: MINUTES_SORTIE, contenu }, at);
}

/** The way out of the provider; null when there is nothing to leave, or nobody answers there. */
export async function sortir(secret: string, at: Date): Promise<URL | null> {
  const jeton = await lireJeton(SORTE_SORTIE, secret, at);
  const sortie = jeton && desceller(sortieOpenid, jeton.contenu);
  const chez = sortie && reglage(sortie.fournisseur);
  if (!sortie || !chez) return null;
  const porte = sortie.fournisseur === 'proconnect' ? 'agent' : 'usager';
  return adresseDeSortie(chez, sortie.idToken, adresseDuPortail(RETOUR_SORTIE), porte);
}

/** The person is back: the secret is worth nothing more. */
export async function oublierSortie(secret: string, at: Date): Promise<void> {
  await transaction((tx) => consommerScelle(tx, { sorte: SORTE_SORTIE, secret, schema: sortieOpenid }, at));
}

/** Which door the person left by, read in what the provider gives back: only two answers are possible. */
export function accueilApresSortie(state: string | null): string {
  return state?.startsWith('agent.') ? '/agents/connexion' : '/';
}
