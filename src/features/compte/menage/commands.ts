import 'server-only';
// What nobody needs any more about access: closed sessions, used or expired links, old counts of tries.
import { db } from '#platform/db.ts';

const JOUR = 86_400_000;
/** Sessions and links are kept a while after their end: a complaint about an access is looked into with them. */
const GARDE = 30 * JOUR;

export async function purgerAcces(at: Date): Promise<{ sessions: number; jetons: number; tentatives: number }> {
  const limite = new Date(at.getTime() - GARDE);
  const sessions = await db().session.deleteMany({ where: { OR: [{ expireLe: { lt: limite } }, { revoqueeLe: { lt: limite } }] } });
  // at their end: the way back of a former address (fingerprint of a password), what a provider said of somebody who went no further
  const sansGarde = [{ sorte: 'courriel_retour' }, { sorte: { startsWith: 'openid_' } }, { sorte: { startsWith: 'franceconnect_' } }];
  const jetons = await db().jeton.deleteMany({
    where: { OR: [{ expireLe: { lt: limite } }, { expireLe: { lt: at }, OR: sansGarde }] },
  });
  const tentatives = await db().tentative.deleteMany({ where: { expireLe: { lt: at } } });
  return { sessions: sessions.count, jetons: jetons.count, tentatives: tentatives.count };
}
