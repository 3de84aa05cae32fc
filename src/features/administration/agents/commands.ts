// What an administrator does to an agent. The row is locked: two administrators never overwrite each other, and the act is written
// with what it changed.
import 'server-only';
import type { TypeActe } from '#domain/access/actes.ts';
import type { Agent, RoleAgent } from '#domain/access/actors.ts';
import { aLePouvoir, ROLES, rolesAttribuables, sontCompatibles } from '#domain/access/roles.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { ok, type Refus, type Resultat, refuse } from '#domain/result.ts';
import { inviterAgent, renvoyerInvitation } from '#features/compte/agents/commands.ts';
import { reinitialiserFacteurs } from '#features/compte/facteurs/commands.ts';
import { type Tx, transaction } from '#platform/db.ts';
import { consignerActe } from '../commands.ts';
import type { FicheSaisie, InvitationSaisie } from './schema.ts';

export type AgentVu = { agent: string; version: number };
type Ligne = {
  id: string;
  nom: string;
  prenom: string;
  qualite: string;
  roles: RoleAgent[];
  prefecture: string | null;
  actif: boolean;
  version: number;
};

/** Locks the agent inside the scope, and refuses what nobody may do: touch oneself, or somebody above. */
async function verrouiller(tx: Tx, portee: PorteeAdministration, par: Agent, vu: AgentVu): Promise<Resultat<Ligne>> {
  const [ligne] = await tx.$queryRaw<Ligne[]>`
    SELECT id, nom, prenom, qualite, roles::text[] AS roles, prefecture_code AS prefecture, actif, version FROM agent
    WHERE id = ${vu.agent}::uuid AND (${portee.prefecture}::text IS NULL OR prefecture_code = ${portee.prefecture}) FOR UPDATE`;
  if (!ligne) return refuse('agent_introuvable');
  if (ligne.id === par.agentId) return refuse('soi_meme');
  const attribuables = rolesAttribuables(par.roles);
  if (!ligne.roles.every((r) => attribuables.includes(r))) return refuse('role_non_attribuable');
  return ligne.version === vu.version ? ok(ligne) : refuse('agent_modifie_ailleurs');
}

/** What is wrong with these roles there, given by this administrator; null when nothing is. */
export function refusDesRoles(
  portee: PorteeAdministration,
  par: Agent,
  { roles, prefecture }: { roles: readonly RoleAgent[]; prefecture: string | null },
): Refus | null {
  const attribuables = rolesAttribuables(par.roles);
  if (!roles.every((r) => attribuables.includes(r))) return refuse('role_non_attribuable');
  if (!sontCompatibles(roles)) return refuse('roles_incompatibles');
  if (roles.some((r) => ROLES[r].ressort === 'prefecture') && prefecture === null) return refuse('prefecture_requise');
  return portee.prefecture !== null && prefecture !== portee.prefecture ? refuse('agent_introuvable') : null;
}

/** A national role is held in no prefecture. */
export function prefectureDesRoles(roles: readonly RoleAgent[], prefecture: string | null): string | null {
  return roles.some((r) => ROLES[r].ressort === 'prefecture') ? prefecture : null;
}

const enMots = ({ roles, qualite, prefecture, nom, prenom }: Omit<Ligne, 'id' | 'actif' | 'version'>) =>
  `${prenom} ${nom}, ${qualite}, ${prefecture ?? 'national'}, ${roles.map((r) => ROLES[r].libelle).join(' + ')}`;

/**
 * Changes who an agent is and what they may. A delegation of signature is of one prefet to one person who signs: it falls with the
 * role or with the prefecture. Refusals: `agent_introuvable`, `soi_meme`, `role_non_attribuable`, `agent_modifie_ailleurs`,
 * `roles_incompatibles`, `prefecture_requise`.
 */
export async function modifierAgent(portee: PorteeAdministration, par: Agent, saisie: FicheSaisie, at: Date): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const agent = await verrouiller(tx, portee, par, saisie);
    if (!agent.ok) return agent;
    const { nom, prenom, qualite, roles } = saisie;
    const prefecture = prefectureDesRoles(roles, saisie.prefecture);
    const refus = refusDesRoles(portee, par, { roles, prefecture });
    if (refus) return refus;
    const change = prefecture !== agent.valeur.prefecture;
    await tx.agent.update({
      where: { id: saisie.agent },
      data: { nom, prenom, qualite, roles, prefectureCode: prefecture, version: { increment: 1 } },
      select: { id: true },
    });
    if (change) await tx.habilitation.deleteMany({ where: { agentId: saisie.agent } });
    if (change || !aLePouvoir(roles, 'signer'))
      await tx.delegation.updateMany({ where: { agentId: saisie.agent, revoqueeLe: null }, data: { revoqueeLe: at } });
    const faits = { avant: enMots(agent.valeur), apres: enMots({ nom, prenom, qualite, roles, prefecture }) };
    await consignerActe(tx, { par: par.agentId, type: 'agent_modifie', cibleId: saisie.agent, faits }, at);
    return ok(null);
  });
}

/** Creates the agent and sends the link by mail. Refusals: those of the roles, `agent_deja_connu`. */
export async function inviter(
  portee: PorteeAdministration,
  par: Agent,
  saisie: InvitationSaisie,
  at: Date,
): Promise<Resultat<{ agentId: string }>> {
  const prefecture = prefectureDesRoles(saisie.roles, saisie.prefecture);
  const refus = refusDesRoles(portee, par, { roles: saisie.roles, prefecture });
  if (refus) return refus;
  return transaction(async (tx) => {
    const invite = await inviterAgent(tx, { ...saisie, prefecture }, at);
    if (!invite.ok) return invite;
    const faits = { apres: enMots({ ...saisie, prefecture }) };
    await consignerActe(tx, { par: par.agentId, type: 'agent_invite', cibleId: invite.valeur.agentId, faits }, at);
    return invite;
  });
}

async function basculer(
  portee: PorteeAdministration,
  par: Agent,
  vu: AgentVu,
  at: Date,
  { type, faire }: { type: TypeActe; faire: (tx: Tx) => Promise<Resultat<null>> },
): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const agent = await verrouiller(tx, portee, par, vu);
    if (!agent.ok) return agent;
    const fait = await faire(tx);
    if (!fait.ok) return fait;
    await tx.agent.update({ where: { id: vu.agent }, data: { version: { increment: 1 } }, select: { id: true } });
    const { nom, prenom } = agent.valeur;
    await consignerActe(tx, { par: par.agentId, type, cibleId: vu.agent, faits: { agent: `${prenom} ${nom}` } }, at);
    return ok(null);
  });
}

/** Ends the agent's sessions in the same gesture: the next request of an open screen is refused. */
export async function desactiverAgent(portee: PorteeAdministration, par: Agent, vu: AgentVu, at: Date): Promise<Resultat<null>> {
  const faire = async (tx: Tx) => {
    await tx.agent.update({ where: { id: vu.agent }, data: { actif: false }, select: { id: true } });
    await tx.session.updateMany({ where: { agentId: vu.agent, revoqueeLe: null }, data: { revoqueeLe: at } });
    return ok(null);
  };
  return basculer(portee, par, vu, at, { type: 'agent_desactive', faire });
}

export async function reactiverAgent(portee: PorteeAdministration, par: Agent, vu: AgentVu, at: Date): Promise<Resultat<null>> {
  const faire = async (tx: Tx) => {
    await tx.agent.update({ where: { id: vu.agent }, data: { actif: true }, select: { id: true } });
    return ok(null);
  };
  return basculer(portee, par, vu, at, { type: 'agent_reactive', faire });
}

/** For an agent who has lost everything: sessions end, and a new invitation leaves, by which alone another second factor is made. */
export async function reinitialiser(portee: PorteeAdministration, par: Agent, vu: AgentVu, at: Date): Promise<Resultat<null>> {
  const faire = async (tx: Tx) => {
    await reinitialiserFacteurs(tx, vu.agent, at);
    return renvoyerInvitation(tx, vu.agent, at);
  };
  return basculer(portee, par, vu, at, { type: 'facteurs_reinitialises', faire });
}

/** Another link for somebody who has not used the first one. */
export async function reinviter(portee: PorteeAdministration, par: Agent, vu: AgentVu, at: Date): Promise<Resultat<null>> {
  return basculer(portee, par, vu, at, { type: 'agent_invite', faire: (tx) => renvoyerInvitation(tx, vu.agent, at) });
}
