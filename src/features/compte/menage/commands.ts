import 'server-only';
// What nobody needs any more about access: closed sessions, used or expired links, old counts of tries.
import { db } from '#platform/db.ts';

const JOUR = 86_400_000;
/** Sessions and links are kept a while after their end: a complaint about an access is looked into with them. */
const GARDE = 30 * JOUR;

export async function purgerAcces(at: Date): Promise<{ sessions: number; jetons: number; tentatives: number }> {
  const limite = new Date(at.getTime() - GARDE);
  const sessions = await db().session.deleteMany({ where: { OR: [{ expireLe: { lt: limite } }, { revoqueeLe: { lt: limite } }] } });
  // the way back of a former address holds the fingerprint of a password: it goes at its end
  const jetons = await db().jeton.deleteMany({
    where: { OR: [{ expireLe: { lt: limite } }, { sorte: 'courriel_retour', expireLe: { lt: at } }] },
  });
  const tentatives = await db().tentative.deleteMany({ where: { expireLe: { lt: at } } });
  return { sessions: sessions.count, jetons: jetons.count, tentatives: tentatives.count };
}
