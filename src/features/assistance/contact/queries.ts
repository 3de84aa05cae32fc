import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { LIBELLE_SUJET, SUJETS } from '#domain/assistance/ticket.ts';
import { lireJeton } from '#features/compte/jetons/commands.ts';
import { prefectures } from '#features/configuration/prefectures/queries.ts';
import { sienOuConfie } from '#features/dossier/queries.ts';
import { db } from '#platform/db.ts';
import { decrypt } from '#platform/secret.ts';
import { procedureDe } from '#procedures/index.ts';
import { type Retour, schemaRetour } from './schema.ts';

export type Choix = { valeur: string; libelle: string };

export const choixSujets = (): Choix[] => SUJETS.map((valeur) => ({ valeur, libelle: LIBELLE_SUJET[valeur] }));

export async function choixPrefectures(): Promise<Choix[]> {
  return (await prefectures()).map(({ code, nom }) => ({ valeur: code, libelle: `${code} – ${nom}` }));
}

/** The requests that a ticket may concern: those of the person, drafts included. */
export async function choixDossiers(portee: PorteeUsager): Promise<Choix[]> {
  const siens = await db().dossier.findMany({
    where: { ...sienOuConfie(portee, 'voir'), statut: { not: 'abandonne' } },
    orderBy: { modifieLe: 'desc' },
    take: 50,
    select: { id: true, numero: true, procedure: true, procedureVersion: true },
  });
  return siens.map(({ id, numero, procedure, procedureVersion }) => {
    const nom = procedureDe(procedure, procedureVersion)?.nom ?? procedure;
    return { valeur: id, libelle: numero ? `${nom} – n° ${numero}` : `${nom} – brouillon` };
  });
}

export async function telephoneDe(portee: PorteeUsager): Promise<string | null> {
  return (await db().compte.findUnique({ where: { id: portee.compteId }, select: { telephone: true } }))?.telephone ?? null;
}

/** A form that came back, by its secret; null when there is none, or when its hour is over. */
export async function lireRetour(secret: string, at: Date): Promise<Retour | null> {
  const jeton = secret ? await lireJeton('contact', secret, at) : null;
  if (typeof jeton?.contenu !== 'string') return null;
  return schemaRetour.parse(JSON.parse(decrypt('assistance', Buffer.from(jeton.contenu, 'base64url')).toString('utf8')));
}
