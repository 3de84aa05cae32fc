// Who may come in. An unknown identifiant costs as much as a known one and hears the same sentence.
import 'server-only';
import { hash, needsRehash, verify, verifyNothing } from '#adapters/password-hash/password-hash.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { db } from '#platform/db.ts';
import { type CompteTrouve, type Recherche, trouverCompte } from '../queries.ts';

export type Entree = { compteId: string; niveau: 'complete' | 'reinitialisation' };

/** Finds the compte, then checks: see verifierMotDePasse. */
export async function verifierIdentifiants(saisie: { identifiant: string; motDePasse: string }, at: Date): Promise<Resultat<Entree>> {
  return verifierMotDePasse(await trouverCompte(saisie.identifiant), saisie.motDePasse, at);
}

/**
 * Checks a password, or a provisional one, which is worth nothing afterwards (D-01). Exactly one argon2 verification whatever happens.
 * Refuses `identifiants_inconnus`; and, only to who knows the password, `provisoire_expire` or `utiliser_numero`.
 */
export async function verifierMotDePasse({ identifiant, compte }: Recherche, motDePasse: string, at: Date): Promise<Resultat<Entree>> {
  // a compte holds a password or a provisional one, never both: setting the first erases the second
  const garde = compte?.motDePasse ?? compte?.provisoire;
  const estJuste = garde ? await verify(garde, motDePasse) : await verifyNothing(motDePasse);
  if (!compte || !garde || !estJuste) {
    // a digest of a former, cheaper profile must not answer sooner than nobody's
    if (garde && needsRehash(garde)) await verifyNothing(motDePasse);
    return refuse('identifiants_inconnus');
  }
  if (identifiant.sorte === 'email' && compte.numeroEtranger && !(compte.emailAccepteJusqu && compte.emailAccepteJusqu > at)) {
    return refuse('utiliser_numero', { fin: compte.numeroEtranger.slice(-3) });
  }
  if (compte.motDePasse) {
    if (needsRehash(garde)) await renforcer(compte.id, garde, motDePasse);
    return ok({ compteId: compte.id, niveau: 'complete' });
  }
  return consommerProvisoire(compte, garde, at);
}

/** Takes the provisional password away: of two log-ins at the same instant, one gets in. */
async function consommerProvisoire(compte: CompteTrouve, provisoire: string, at: Date): Promise<Resultat<Entree>> {
  if (!compte.provisoireExpire || compte.provisoireExpire <= at) return refuse('provisoire_expire');
  const { count } = await db().compte.updateMany({
    where: { id: compte.id, provisoire },
    data: { provisoire: null, provisoireExpire: null },
  });
  if (count === 0) return refuse('identifiants_inconnus');
  return ok({ compteId: compte.id, niveau: 'reinitialisation' });
}

async function renforcer(id: string, ancien: string, motDePasse: string): Promise<void> {
  await db().compte.updateMany({ where: { id, motDePasse: ancien }, data: { motDePasse: await hash(motDePasse) } });
}
