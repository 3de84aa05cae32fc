// The door of the administration: its own page, its own cookie. An agent comes in by invitation, never by a form.
import 'server-only';
import { hash, verify, verifyNothing } from '#adapters/password-hash/password-hash.ts';
import type { RoleAgent } from '#domain/access/actors.ts';
import { emailNormalise } from '#domain/compte/identifiant.ts';
import { MINUTES_LIEN } from '#domain/compte/mot-de-passe.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { db, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { ecrire } from '../facteurs/courrier/commands.ts';
import { consommerJeton, creerJeton, lireJeton } from '../jetons/commands.ts';
import { jugerPourAgent } from '../mot-de-passe/commands.ts';
import { memeTravail } from '../oubli/commands.ts';

/** Days during which an invitation opens the page that chooses a password. */
const JOURS_INVITATION = 7;

/** Same cost and same refusal for an unknown address, a wrong password and an agent who has left. */
export async function verifierAgent({ email, motDePasse }: { email: string; motDePasse: string }): Promise<Resultat<{ agentId: string }>> {
  const agent = await db().agent.findUnique({ where: { email }, select: { id: true, motDePasse: true, actif: true } });
  const estJuste = agent?.motDePasse ? await verify(agent.motDePasse, motDePasse) : await verifyNothing(motDePasse);
  if (!agent?.actif || !estJuste) return refuse('identifiants_inconnus');
  return ok({ agentId: agent.id });
}

export type Invitation = {
  email: string;
  nom: string;
  prenom: string;
  /** quality printed under a decision (CRPA L.212-1) */
  qualite: string;
  roles: readonly RoleAgent[];
  /** code of the préfecture; null: national */
  prefecture: string | null;
};

/**
 * Creates an agent without a password and sends the link that chooses one. Runs in the caller's transaction, which has checked the right
 * to invite and logs the act. Refuses `agent_deja_connu`.
 */
export async function inviterAgent(tx: Tx, invitation: Invitation, at: Date): Promise<Resultat<{ agentId: string }>> {
  const { email, nom, prenom, qualite, roles, prefecture } = invitation;
  const agentId = newId();
  const { count } = await tx.agent.createMany({
    data: { id: agentId, email: emailNormalise(email), nom, prenom, qualite, roles: [...roles], prefectureCode: prefecture, creeLe: at },
    skipDuplicates: true,
  });
  if (count === 0) return refuse('agent_deja_connu');
  await envoyerInvitation(tx, agentId, at);
  return ok({ agentId });
}

/**
 * Another link for an agent who has no second factor yet, with a password or without; the former link, and an enrolment that it opened,
 * are worth nothing. Runs in the caller's transaction. Refuses `introuvable`.
 */
export async function renvoyerInvitation(tx: Tx, agentId: string, at: Date): Promise<Resultat<null>> {
  const attendu = await tx.agent.count({ where: { id: agentId, actif: true, facteurs: { none: { confirmeLe: { not: null } } } } });
  if (attendu === 0) return refuse('introuvable');
  await tx.jeton.deleteMany({ where: { agentId, sorte: 'agent_invitation', utiliseLe: null } });
  await tx.session.updateMany({ where: { agentId, niveau: 'enrolement', revoqueeLe: null }, data: { revoqueeLe: at } });
  await envoyerInvitation(tx, agentId, at);
  return ok(null);
}

async function envoyerInvitation(tx: Tx, agentId: string, at: Date): Promise<void> {
  const { email, nom, prenom } = await tx.agent.findUniqueOrThrow({
    where: { id: agentId },
    select: { email: true, nom: true, prenom: true },
  });
  const secret = await creerJeton(tx, { sorte: 'agent_invitation', agentId, minutes: JOURS_INVITATION * 24 * 60 }, at);
  await demanderCourriel(tx, {
    cle: `invitation_agent:${newId()}`,
    sorte: 'invitation_agent',
    destinataire: email,
    variables: { nom, prenom, validiteJours: JOURS_INVITATION },
    secret,
  });
}

const PERSONNE = { id: '00000000-0000-7000-8000-000000000000', email: 'personne@example.org' };

/** Forgotten password: the same answer and the same work whether the address is an agent's or not. */
export async function envoyerLienAgent({ email }: { email: string }, at: Date): Promise<void> {
  const agent = await db().agent.findFirst({ where: { email, actif: true }, select: { id: true, email: true } });
  await memeTravail(agent, PERSONNE, async (tx, { id, email: destinataire }) => {
    const secret = await creerJeton(tx, { sorte: 'agent_mot_de_passe', agentId: id, minutes: MINUTES_LIEN }, at);
    await demanderCourriel(tx, {
      cle: `mot_de_passe_agent:${newId()}`,
      sorte: 'mot_de_passe_agent',
      destinataire,
      variables: { validiteMinutes: MINUTES_LIEN },
      secret,
    });
    return true;
  });
}

/** The links that choose a password. */
export type LienAgent = 'agent_invitation' | 'agent_mot_de_passe';

/** Is this link still good? Reading uses nothing up: mail scanners follow links. */
export async function estLienValable(sorte: LienAgent, jeton: string, at: Date): Promise<boolean> {
  return (await lireJeton(sorte, jeton, at)) !== null;
}

/**
 * Chooses the password through a link, which works once. Every session and link of the agent ends; the agent is told when there was
 * another password. Refuses `lien_expire`, `mot_de_passe_refuse`.
 */
export async function choisirParLien(
  sorte: LienAgent,
  { jeton, motDePasse }: { jeton: string; motDePasse: string },
  at: Date,
): Promise<Resultat<{ agentId: string }>> {
  const lien = await lireJeton(sorte, jeton, at);
  if (!lien?.agentId) return refuse('lien_expire');
  const { agentId } = lien;
  const juge = await jugerPourAgent(agentId, motDePasse);
  if (!juge.ok) return juge;
  const empreinte = await hash(motDePasse);
  return transaction(async (tx) => {
    if (!(await consommerJeton(tx, sorte, jeton, at))) return refuse('lien_expire');
    const { motDePasse: ancien, actif } = await tx.agent.findUniqueOrThrow({
      where: { id: agentId },
      select: { motDePasse: true, actif: true },
    });
    if (!actif) return refuse('lien_expire');
    await tx.agent.update({ where: { id: agentId }, data: { motDePasse: empreinte } });
    await tx.session.updateMany({ where: { agentId, revoqueeLe: null }, data: { revoqueeLe: at } });
    await tx.jeton.deleteMany({ where: { agentId, utiliseLe: null } });
    if (ancien !== null) await ecrire(tx, { porte: 'agent', id: agentId }, { quoi: 'mot_de_passe' }, at);
    return ok({ agentId });
  });
}
