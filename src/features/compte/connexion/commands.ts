// Who may come in. An unknown identifiant costs as much as a known one and hears the same sentence.
import 'server-only';
import { hash, needsRehash, verify, verifyNothing } from '#adapters/password-hash/password-hash.ts';
import { type Identifiant, lireIdentifiant } from '#domain/compte/identifiant.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { db } from '#platform/db.ts';

const CHAMPS = {
  id: true,
  motDePasse: true,
  provisoire: true,
  provisoireExpire: true,
  numeroEtranger: true,
  emailAccepteJusqu: true,
} as const;

export type Entree = { compteId: string; niveau: 'complete' | 'reinitialisation'; estDefinitif: boolean };

type LigneCompte = NonNullable<Awaited<ReturnType<typeof trouver>>>;

function trouver({ sorte, valeur }: Identifiant) {
  return sorte === 'numero'
    ? db().compte.findUnique({ where: { numeroEtranger: valeur }, select: CHAMPS })
    : db().compte.findUnique({ where: { email: valeur }, select: CHAMPS });
}

/**
 * Checks an identifiant and a password, or a provisional one, which is worth nothing afterwards (D-01).
 * Exactly one argon2 verification whatever happens. Refuses `identifiants_inconnus`; and, only to who knows the password,
 * `provisoire_expire` or `utiliser_numero`.
 */
export async function verifierIdentifiants(saisie: { identifiant: string; motDePasse: string }, at: Date): Promise<Resultat<Entree>> {
  const identifiant = lireIdentifiant(saisie.identifiant);
  const compte = await trouver(identifiant);
  // a compte holds a password or a provisional one, never both: setting the first erases the second
  const garde = compte?.motDePasse ?? compte?.provisoire;
  const estJuste = garde ? await verify(garde, saisie.motDePasse) : await verifyNothing(saisie.motDePasse);
  if (!compte || !garde || !estJuste) return refuse('identifiants_inconnus');
  if (identifiant.sorte === 'email' && compte.numeroEtranger && !(compte.emailAccepteJusqu && compte.emailAccepteJusqu > at)) {
    return refuse('utiliser_numero', { fin: compte.numeroEtranger.slice(-3) });
  }
  const estDefinitif = compte.numeroEtranger !== null;
  if (compte.motDePasse) {
    if (needsRehash(garde)) await renforcer(compte.id, garde, saisie.motDePasse);
    return ok({ compteId: compte.id, niveau: 'complete', estDefinitif });
  }
  return consommerProvisoire(compte, garde, at);
}

/** Takes the provisional password away: of two log-ins at the same instant, one gets in. */
async function consommerProvisoire(compte: LigneCompte, provisoire: string, at: Date): Promise<Resultat<Entree>> {
  if (!compte.provisoireExpire || compte.provisoireExpire <= at) return refuse('provisoire_expire');
  const { count } = await db().compte.updateMany({
    where: { id: compte.id, provisoire },
    data: { provisoire: null, provisoireExpire: null },
  });
  if (count === 0) return refuse('identifiants_inconnus');
  return ok({ compteId: compte.id, niveau: 'reinitialisation', estDefinitif: compte.numeroEtranger !== null });
}

async function renforcer(id: string, ancien: string, motDePasse: string): Promise<void> {
  await db().compte.updateMany({ where: { id, motDePasse: ancien }, data: { motDePasse: await hash(motDePasse) } });
}
