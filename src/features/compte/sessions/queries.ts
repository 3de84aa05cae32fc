import 'server-only';
import Bowser from 'bowser';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';
import { titulaire } from '../facteurs/queries.ts';

export type SessionLue = {
  id: string;
  /** null: the browser said nothing that is known */
  navigateur: string | null;
  systeme: string | null;
  estMobile: boolean;
  moyen: string;
  creeLe: Date;
  vueLe: Date;
  estIci: boolean;
};

/** The open sessions of a person, the one of this request first, then the last seen. */
export async function sessionsDe(portee: PorteeAcces, ici: string, at: Date): Promise<SessionLue[]> {
  const lues = await db().session.findMany({
    where: { ...titulaire(portee), revoqueeLe: null, expireLe: { gt: at } },
    orderBy: { vueLe: 'desc' },
    select: { id: true, appareil: true, moyen: true, creeLe: true, vueLe: true },
  });
  return lues
    .map(({ appareil, ...session }) => ({ ...session, ...decrire(appareil), estIci: session.id === ici }))
    .toSorted((a, b) => Number(b.estIci) - Number(a.estIci));
}

/** A device as people name it, from what its browser says of itself. */
export function decrire(appareil: string | null): Pick<SessionLue, 'navigateur' | 'systeme' | 'estMobile'> {
  if (!appareil) return { navigateur: null, systeme: null, estMobile: false };
  const { browser, os, platform } = Bowser.parse(appareil);
  return {
    navigateur: browser.name || null,
    systeme: platform.model === 'iPhone' || platform.model === 'iPad' ? platform.model : os.name || null,
    estMobile: platform.type === 'mobile' || platform.type === 'tablet',
  };
}
