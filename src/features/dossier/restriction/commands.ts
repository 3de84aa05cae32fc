// Restricted dossiers (vulnerable persons, C40): closing the door, saying who may open it, opening it again. Through the store, with events.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import type { Tx } from '#platform/db.ts';
import { type DossierVu, ordreDAgent } from '../schema.ts';
import { executer } from '../store.ts';

/** Writes the whole list. False: somebody of it may not be on it. */
async function ecrireListe(tx: Tx, dossierId: string, agents: readonly string[], par: Agent, at: Date): Promise<boolean> {
  const habilitables = await tx.agent.count({
    where: { id: { in: [...agents] }, actif: true, prefectureCode: par.prefecture, roles: { hasSome: [...rolesAyant('lire_dossiers')] } },
  });
  if (habilitables !== agents.length) return false;
  await tx.habilitation.deleteMany({ where: { dossierId, agentId: { notIn: [...agents] } } });
  await tx.habilitation.createMany({
    data: agents.map((agentId) => ({ dossierId, agentId, accordePar: par.agentId, creeLe: at })),
    skipDuplicates: true,
  });
  return true;
}

/** Closes it to all but who does it, the agent in charge, and the referents of the prefecture. The list is completed afterwards. */
export async function restreindreAcces(portee: PorteeAgent, agent: Agent, vu: DossierVu, at: Date): Promise<Resultat<null>> {
  return executer({ action: 'restreindre', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const proches = [...new Set([agent.agentId, ...(dossier.agentId ? [dossier.agentId] : [])])];
    const lisants = await tx.agent.findMany({
      where: { id: { in: proches }, actif: true, prefectureCode: portee.prefecture, roles: { hasSome: [...rolesAyant('lire_dossiers')] } },
      select: { id: true },
    });
    const habilites = lisants.map((a) => a.id);
    await ecrireListe(tx, dossier.id, habilites, agent, at);
    return ok({ colonnes: { restreint: true }, faits: { habilites }, valeur: null });
  });
}

/** The whole list of the agents who may open it. Refusals: life cycle, `agent_non_habilitable`. */
export async function habiliterAgents(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  agents: readonly string[],
  at: Date,
): Promise<Resultat<null>> {
  return executer({ action: 'habiliter', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    if (!(await ecrireListe(tx, dossier.id, agents, agent, at))) return refuse('agent_non_habilitable');
    return ok({ faits: { habilites: [...agents] }, valeur: null });
  });
}

/** Opens it again to the whole prefecture; the list goes. */
export async function leverRestriction(portee: PorteeAgent, agent: Agent, vu: DossierVu, at: Date): Promise<Resultat<null>> {
  return executer({ action: 'lever_restriction', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    await tx.habilitation.deleteMany({ where: { dossierId: dossier.id } });
    return ok({ colonnes: { restreint: false }, faits: {}, valeur: null });
  });
}
