// Giving and revoking a delegation of signature. Nobody gives one to themself; what was given is never rewritten, only revoked.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { LIBELLE_SORTE } from '#domain/access/delegation.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { consignerActe } from '../commands.ts';
import { enDate } from '../schema.ts';
import type { DelegationSaisie } from './schema.ts';

/** Refusals: `soi_meme`, `agent_introuvable`, `delegataire_sans_role`. */
export async function donnerDelegation(
  portee: PorteeAdministration,
  par: Agent,
  { agent: agentId, sortes, reference, debut, fin }: DelegationSaisie,
  at: Date,
): Promise<Resultat<null>> {
  if (agentId === par.agentId) return refuse('soi_meme');
  return transaction(async (tx) => {
    const agent = await tx.agent.findFirst({
      where: { id: agentId, actif: true, prefectureCode: portee.prefecture ?? undefined },
      select: { nom: true, prenom: true, roles: true },
    });
    if (!agent) return refuse('agent_introuvable');
    if (!agent.roles.some((r) => rolesAyant('signer').includes(r))) return refuse('delegataire_sans_role');
    const id = newId();
    await tx.delegation.create({
      data: {
        id,
        agentId,
        sortes: [...sortes],
        reference,
        debutLe: enDate(debut),
        finLe: fin && enDate(fin),
        creePar: par.agentId,
        creeLe: at,
      },
      select: { id: true },
    });
    const faits = {
      agent: `${agent.prenom} ${agent.nom}`,
      sortes: sortes.map((s) => LIBELLE_SORTE[s]).join(', '),
      reference,
      du: debut,
      au: fin ?? 'sans terme',
    };
    await consignerActe(tx, { par: par.agentId, type: 'delegation_donnee', cibleId: agentId, faits }, at);
    return ok(null);
  });
}

/** From now on nothing more is signed under it. Twice: `delegation_deja_revoquee`. */
export async function revoquerDelegation(portee: PorteeAdministration, par: Agent, id: string, at: Date): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const where = portee.prefecture === null ? { id } : { id, agent: { prefectureCode: portee.prefecture } };
    const delegation = await tx.delegation.findFirst({
      where,
      select: { agentId: true, reference: true, agent: { select: { nom: true, prenom: true } } },
    });
    if (!delegation) return refuse('introuvable');
    const { count } = await tx.delegation.updateMany({ where: { id, revoqueeLe: null }, data: { revoqueeLe: at } });
    if (count === 0) return refuse('delegation_deja_revoquee');
    const { agentId, reference, agent } = delegation;
    const faits = { agent: `${agent.prenom} ${agent.nom}`, reference };
    await consignerActe(tx, { par: par.agentId, type: 'delegation_revoquee', cibleId: agentId, faits }, at);
    return ok(null);
  });
}
