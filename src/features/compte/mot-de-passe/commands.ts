// Passwords chosen by their owner: after a provisional one, or through a link sent by mail.
import 'server-only';
import { dictionary } from '@zxcvbn-ts/language-common';
import { hash, verify } from '#adapters/password-hash/password-hash.ts';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { reglesDuMotDePasse, termesPersonnels } from '#domain/compte/mot-de-passe.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { revoquerAcces } from '../commands.ts';
import { ecrire } from '../facteurs/courrier/commands.ts';
import { titulaire } from '../facteurs/queries.ts';
import { consommerJeton, lireJeton } from '../jetons/commands.ts';

const COMMUNS: ReadonlySet<string> = new Set(dictionary['passwords-common']);

const CHAMPS = {
  email: true,
  emailConfirmeLe: true,
  numeroEtranger: true,
  personne: { select: { nomNaissance: true, nomUsage: true, prenoms: true } },
} as const;

/**
 * Sets the password after a provisional one (S-046). Refuses `mot_de_passe_refuse` with the rules that are missing.
 * The e-mail is confirmed (the provisional password came by it), every session and link of the compte ends.
 */
export async function choisirMotDePasse(
  { compteId, motDePasse }: { compteId: string; motDePasse: string },
  at: Date,
): Promise<Resultat<Pose>> {
  const juge = await juger(compteId, motDePasse);
  if (!juge.ok) return juge;
  const empreinte = await hash(motDePasse);
  return transaction((tx) => poser(tx, { compteId, empreinte }, at));
}

/** The same through the link of C23, which works once. Refuses `lien_expire`. */
export async function choisirParJeton({ jeton, motDePasse }: { jeton: string; motDePasse: string }, at: Date): Promise<Resultat<Pose>> {
  const lien = await lireJeton('mot_de_passe', jeton, at);
  if (!lien?.compteId) return refuse('lien_expire');
  const { compteId } = lien;
  const juge = await juger(compteId, motDePasse);
  if (!juge.ok) return juge;
  const empreinte = await hash(motDePasse);
  return transaction(async (tx) => {
    return (await consommerJeton(tx, 'mot_de_passe', jeton, at)) ? poser(tx, { compteId, empreinte }, at) : refuse('lien_expire');
  });
}

/**
 * Changes the password from inside, the old one being known. The other sessions and the links end, this session stays. Refuses
 * `mot_de_passe_faux`, `mot_de_passe_refuse`.
 */
export async function changerMotDePasse(
  portee: PorteeAcces,
  { ancien, motDePasse }: { ancien: string; motDePasse: string },
  ici: string,
  at: Date,
): Promise<Resultat<null>> {
  const { porte, id } = portee;
  const qui = titulaire(portee);
  const garde =
    porte === 'usager'
      ? await db().compte.findUnique({ where: { id }, select: { motDePasse: true } })
      : await db().agent.findUnique({ where: { id }, select: { motDePasse: true } });
  if (!garde?.motDePasse || !(await verify(garde.motDePasse, ancien))) return refuse('mot_de_passe_faux');
  const juge = porte === 'usager' ? await juger(id, motDePasse) : await jugerPourAgent(id, motDePasse);
  if (!juge.ok) return juge;
  const change = { where: { id, motDePasse: garde.motDePasse }, data: { motDePasse: await hash(motDePasse) } };
  return transaction(async (tx) => {
    const { count } = porte === 'usager' ? await tx.compte.updateMany(change) : await tx.agent.updateMany(change);
    // changed from elsewhere meanwhile: the old one is not the right one any more
    if (count === 0) return refuse('mot_de_passe_faux');
    await tx.session.updateMany({ where: { ...qui, id: { not: ici }, revoqueeLe: null }, data: { revoqueeLe: at } });
    await tx.jeton.deleteMany({ where: { ...qui, utiliseLe: null } });
    await ecrire(tx, portee, { quoi: 'mot_de_passe' }, at);
    return ok(null);
  });
}

export type Pose = { compteId: string; estDefinitif: boolean };

async function juger(compteId: string, motDePasse: string): Promise<Resultat<null>> {
  const compte = await db().compte.findUnique({ where: { id: compteId }, select: CHAMPS });
  if (!compte) return refuse('introuvable');
  const { personne } = compte;
  return jugerMotDePasse(motDePasse, { ...compte, noms: [personne?.nomNaissance, personne?.nomUsage, ...(personne?.prenoms ?? [])] });
}

/** The same rules for a person of the administration. */
export async function jugerPourAgent(agentId: string, motDePasse: string): Promise<Resultat<null>> {
  const agent = await db().agent.findUnique({ where: { id: agentId }, select: { email: true, nom: true, prenom: true } });
  if (!agent) return refuse('introuvable');
  return jugerMotDePasse(motDePasse, { email: agent.email, numeroEtranger: null, noms: [agent.nom, agent.prenom] });
}

/** Refuses `mot_de_passe_refuse` with the rules that are missing (D-02). */
export function jugerMotDePasse(motDePasse: string, personne: Parameters<typeof termesPersonnels>[0]): Resultat<null> {
  const termes = termesPersonnels(personne);
  const manquantes = reglesDuMotDePasse(motDePasse, termes, COMMUNS).filter((r) => !r.estRemplie);
  return manquantes.length ? refuse('mot_de_passe_refuse', { regles: manquantes.map((r) => `« ${r.libelle} »`).join(' ni ') }) : ok(null);
}

async function poser(tx: Tx, { compteId, empreinte }: { compteId: string; empreinte: string }, at: Date): Promise<Resultat<Pose>> {
  const avant = await tx.compte.findUniqueOrThrow({ where: { id: compteId }, select: CHAMPS });
  await tx.compte.update({
    where: { id: compteId },
    data: { motDePasse: empreinte, provisoire: null, provisoireExpire: null, emailConfirmeLe: avant.emailConfirmeLe ?? at },
  });
  await revoquerAcces(tx, compteId, at);
  if (avant.emailConfirmeLe) {
    await demanderCourriel(tx, {
      cle: `mot_de_passe_change:${newId()}`,
      sorte: 'mot_de_passe_change',
      destinataire: avant.email,
      variables: { le: at.toISOString() },
    });
  }
  return ok({ compteId, estDefinitif: avant.numeroEtranger !== null });
}
