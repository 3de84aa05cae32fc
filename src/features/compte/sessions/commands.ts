// A session that is ended opens nothing any more, at the very next request.
import 'server-only';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { db, transaction } from '#platform/db.ts';
import { titulaire } from '../facteurs/queries.ts';
import { decrire } from './queries.ts';

export async function terminerSession(portee: PorteeAcces, sessionId: string, at: Date): Promise<void> {
  await db().session.updateMany({ where: { ...titulaire(portee), id: sessionId, revoqueeLe: null }, data: { revoqueeLe: at } });
}

/** All of them but this one. */
export async function terminerAutres(portee: PorteeAcces, ici: string, at: Date): Promise<void> {
  await db().session.updateMany({ where: { ...titulaire(portee), id: { not: ici }, revoqueeLe: null }, data: { revoqueeLe: at } });
}

/** Somebody who has just made their compte knows that they are coming in. */
const MINUTES_DE_LA_CREATION = 60;

/**
 * Job 'appareil': tells the holder of a compte by mail that somebody came in from a browser that never had before. Safe to repeat: one mail
 * for one session.
 */
export async function annoncerAppareil(sessionId: string): Promise<'annonce' | 'sans_objet'> {
  const session = await db().session.findUnique({
    where: { id: sessionId },
    select: { creeLe: true, appareil: true, compte: { select: { email: true, creeLe: true } } },
  });
  if (!session?.compte) return 'sans_objet';
  const { compte, creeLe } = session;
  if (creeLe.getTime() - compte.creeLe.getTime() < MINUTES_DE_LA_CREATION * 60_000) return 'sans_objet';
  const { navigateur, systeme } = decrire(session.appareil);
  await transaction((tx) =>
    demanderCourriel(tx, {
      cle: `appareil_nouveau:${sessionId}`,
      sorte: 'appareil_nouveau',
      destinataire: compte.email,
      variables: { le: creeLe.toISOString(), navigateur, systeme },
    }),
  );
  return 'annonce';
}
