// Second factors of a usager, who may have some, and of an agent, who must: the same gestures for both.
import 'server-only';
import { verify } from '#adapters/password-hash/password-hash.ts';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { prouverCle } from './cles/commands.ts';
import { ecrire } from './courrier/commands.ts';
import { confirmes, moyensDe, type Titulaire, titulaire } from './queries.ts';
import { prouverSecours } from './secours/commands.ts';
import { prouverCode } from './totp/commands.ts';

/** What a form gives as a proof: the first one that is filled counts. */
export type PreuveDonnee = { code?: string; cle?: string; secours?: string; motDePasse?: string };

/** Checks a proof, which is worth nothing afterwards. Refuses with the sentence of its kind. */
export async function prouver(portee: PorteeAcces, preuve: PreuveDonnee, sessionId: string, at: Date): Promise<Resultat<null>> {
  if (preuve.cle) return prouverCle(portee, preuve.cle, sessionId, at);
  if (preuve.secours) return prouverSecours(portee, preuve.secours, at);
  if (preuve.motDePasse) return prouverMotDePasse(portee, preuve.motDePasse);
  return prouverCode(portee, preuve.code ?? '', at);
}

/** What the makers of the guard ask for (`{ confirmation: CONFIRMATION }`). */
export const CONFIRMATION = { moyens: moyensDe, prouver };

/** Only before the first second factor: afterwards the password alone proves nothing. */
async function prouverMotDePasse(portee: PorteeAcces, motDePasse: string): Promise<Resultat<null>> {
  const { motDePasse: admis } = await moyensDe(portee);
  if (!admis) return refuse('mot_de_passe_faux');
  const compte = await db().compte.findUnique({ where: { id: portee.id }, select: { motDePasse: true } });
  return compte?.motDePasse && (await verify(compte.motDePasse, motDePasse)) ? ok(null) : refuse('mot_de_passe_faux');
}

/** Nobody else changes the factors of this person meanwhile: two withdrawals at the same instant would leave an agent without any. */
async function verrouiller(tx: Tx, { porte, id }: Titulaire): Promise<void> {
  if (porte === 'agent') await tx.$queryRaw`SELECT 1 FROM agent WHERE id = ${id}::uuid FOR UPDATE`;
  else await tx.$queryRaw`SELECT 1 FROM compte WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Takes a factor away. The last one of an agent stays (`dernier_facteur`); with the last one of a usager go the recovery codes. */
export async function retirerFacteur(portee: PorteeAcces, facteurId: string, at: Date): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    await verrouiller(tx, portee);
    const tous = await tx.facteur.findMany({ where: confirmes(portee), select: { id: true, nom: true } });
    const lequel = tous.find((f) => f.id === facteurId);
    // taken away from another tab meanwhile: what was wanted is done
    if (!lequel) return ok(null);
    if (tous.length === 1 && portee.porte === 'agent') return refuse('dernier_facteur');
    await tx.facteur.delete({ where: { id: facteurId } });
    if (tous.length === 1) await tx.codeSecours.deleteMany({ where: titulaire(portee) });
    await ecrire(tx, portee, { quoi: 'facteur_retire', nom: lequel.nom }, at);
    return ok(null);
  });
}

/**
 * An agent who has lost everything: an administrator takes all factors and codes away, and ends the sessions; a new factor
 * is made by the link of a new invitation. Runs in the caller's transaction, which logs the act. The agent is told by mail.
 */
export async function reinitialiserFacteurs(tx: Tx, agentId: string, at: Date): Promise<void> {
  const agent: Titulaire = { porte: 'agent', id: agentId };
  await verrouiller(tx, agent);
  await tx.facteur.deleteMany({ where: titulaire(agent) });
  await tx.codeSecours.deleteMany({ where: titulaire(agent) });
  await tx.session.updateMany({ where: { ...titulaire(agent), revoqueeLe: null }, data: { revoqueeLe: at } });
  await ecrire(tx, agent, { quoi: 'facteurs_reinitialises' }, at);
}
