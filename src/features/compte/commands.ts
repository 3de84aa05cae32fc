// What other features do to a compte. A compte is only written in this feature.
import 'server-only';
import { hash } from '#adapters/password-hash/password-hash.ts';
import { HEURES_PROVISOIRE, JOURS_EMAIL_ACCEPTE, motDePasseProvisoire } from '#domain/compte/mot-de-passe.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { draw, newId } from '#platform/ids.ts';

const HEURE = 3_600_000;

/** How the person is greeted in the mail (S-271). */
type Nom = { nomNaissance: string; nomUsage: string | null; prenoms: readonly string[] };

export type Provisoire = { motDePasse: string; empreinte: string; expireLe: Date };

/** A provisional password, what to store of it, and its end (D-01). Costs one argon2 computation. */
export async function tirerProvisoire(at: Date): Promise<Provisoire> {
  const motDePasse = motDePasseProvisoire(draw);
  return { motDePasse, empreinte: await hash(motDePasse), expireLe: new Date(at.getTime() + HEURES_PROVISOIRE * HEURE) };
}

/**
 * Ends every open session of a compte, and every link sent to it; but not the way back of a former address (coordonnees): who has stolen
 * a compte would close it by choosing another password.
 */
export async function revoquerAcces(tx: Tx, compteId: string, at: Date): Promise<void> {
  await tx.session.updateMany({ where: { compteId, revoqueeLe: null }, data: { revoqueeLe: at } });
  await tx.jeton.deleteMany({ where: { compteId, utiliseLe: null, sorte: { not: 'courriel_retour' } } });
}

/**
 * The compte in whose name an agent d'accueil files: that of this address, or a temporary one, made without any password (its holder
 * chooses one by "Mot de passe oublié ?"). The address is held for confirmed: the person came with the invitation that the portal sent
 * there, and the agent has read it back to them. Runs in the caller's transaction; value: its identifier.
 */
export async function compteDuGuichet(tx: Tx, email: string, at: Date): Promise<string> {
  await tx.compte.createMany({ data: [{ id: newId(), email, creeLe: at }], skipDuplicates: true });
  await tx.compte.updateMany({ where: { email, emailConfirmeLe: null }, data: { emailConfirmeLe: at } });
  const { id } = await tx.compte.findUniqueOrThrow({ where: { email }, select: { id: true } });
  return id;
}

/** SQL, for the statement that deposits a request: the telephone typed in it, when the compte has none; never over another. */
export function telephoneGarde(compteId: string, telephone: string): Prisma.Sql {
  return Prisma.sql`telephone AS (UPDATE compte SET telephone = ${telephone} WHERE id = ${compteId}::uuid AND telephone IS NULL)`;
}

/**
 * A temporary compte becomes definitive, in place: same person, same dossiers, the numéro étranger as identifiant (S-151 to S-153).
 * The former password dies with the sessions; a provisional one goes by mail; the e-mail still opens the compte for 90 days.
 * Runs in the caller's transaction. Refuses `numero_deja_attribue` when the compte, or somebody else, already has a number.
 */
export async function upgradeCompte(
  tx: Tx,
  { compteId, numeroEtranger, nom }: { compteId: string; numeroEtranger: string; nom: Nom },
  at: Date,
): Promise<Resultat<null>> {
  const [compte] = await tx.$queryRaw<{ email: string; numero_etranger: string | null; personne_id: string | null }[]>`
    SELECT email, numero_etranger, personne_id FROM compte WHERE id = ${compteId}::uuid FOR UPDATE`;
  if (!compte) return refuse('introuvable');
  const prisPar = await tx.compte.findUnique({ where: { numeroEtranger }, select: { id: true } });
  const porteur = await tx.personne.findUnique({ where: { numeroEtranger }, select: { id: true } });
  if (compte.numero_etranger || prisPar || (porteur && porteur.id !== compte.personne_id)) return refuse('numero_deja_attribue');

  const provisoire = await tirerProvisoire(at);
  await tx.compte.update({
    where: { id: compteId },
    data: {
      numeroEtranger,
      emailAccepteJusqu: new Date(at.getTime() + JOURS_EMAIL_ACCEPTE * 24 * HEURE),
      motDePasse: null,
      provisoire: provisoire.empreinte,
      provisoireExpire: provisoire.expireLe,
    },
  });
  if (compte.personne_id) await tx.personne.update({ where: { id: compte.personne_id }, data: { numeroEtranger } });
  await revoquerAcces(tx, compteId, at);
  await demanderCourriel(tx, {
    cle: `compte_definitif:${compteId}`,
    sorte: 'compte_definitif',
    destinataire: compte.email,
    variables: {
      personne: { nom: nom.nomUsage ?? nom.nomNaissance, prenom: nom.prenoms[0] ?? '' },
      identifiant: numeroEtranger,
      validiteHeures: HEURES_PROVISOIRE,
    },
    secret: provisoire.motDePasse,
  });
  return ok(null);
}
