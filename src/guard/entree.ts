// The one gesture by which a usager comes in, whatever proved who they are: password, link by mail, OpenID provider.
// Everything that must be asked afterwards (second factor…) is asked here, so that no way in can forget it.
import 'server-only';
import { db } from '#platform/db.ts';
import { reconnaitreAppareil } from './appareil.ts';
import { fermerSession, type Moyen, ouvrirSession } from './session.ts';

/** `provisoire`: came with a provisional password, which opens the reset page and nothing else (D-01). */
type Arrivee = { retour?: string; provisoire?: boolean };

/**
 * Opens the session of a compte whose holder has just been proven, and says where to go (S-061). The former session of this browser
 * ends: a cookie planted before is worth nothing. Server actions and callback routes only.
 */
export async function entrer(
  compteId: string,
  moyen: Moyen,
  at: Date,
  { retour, provisoire = false }: Arrivee = {},
): Promise<{ vers: string }> {
  await fermerSession('usager', at);
  await ouvrirSession('usager', compteId, provisoire ? 'reinitialisation' : 'complete', at, moyen);
  await reconnaitreAppareil(compteId, at);
  if (provisoire) return { vers: '/compte/reinitialisation' };
  return { vers: retour ?? (await accueilDe(compteId)) };
}

/** Who has a number, of titre or of visa, goes to the home page; the others to the entry question of a first request. */
async function accueilDe(compteId: string): Promise<string> {
  const compte = await db().compte.findUnique({ where: { id: compteId }, select: { numeroEtranger: true, numeroVisa: true } });
  return compte?.numeroEtranger || compte?.numeroVisa ? '/' : '/premiere-demande';
}
