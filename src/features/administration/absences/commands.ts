// An agent says when they are away and who replaces them; the chef says it for the team. Their dossiers then show in the queue of the
// one who replaces; they stay theirs.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import { aLePouvoir, rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { consignerActe } from '../commands.ts';
import { enDate } from '../schema.ts';
import type { AbsenceSaisie } from './schema.ts';

const peutPour = (par: Agent, agentId: string) => agentId === par.agentId || aLePouvoir(par.roles, 'gerer_absences');

/** Refusals: `non_autorise` for somebody else's absence, `agent_introuvable`, `remplacant_impossible`. */
export async function declarerAbsence(
  portee: PorteeAgent,
  par: Agent,
  { agent: agentId, debut, fin, remplacant }: AbsenceSaisie,
  at: Date,
): Promise<Resultat<null>> {
  if (!peutPour(par, agentId)) return refuse('non_autorise');
  if (remplacant === agentId) return refuse('remplacant_impossible');
  return transaction(async (tx) => {
    const ici = { actif: true, prefectureCode: portee.prefecture };
    const absent = await tx.agent.findFirst({ where: { id: agentId, ...ici }, select: { nom: true, prenom: true } });
    if (!absent) return refuse('agent_introuvable');
    const autre = await tx.agent.findFirst({
      where: { id: remplacant, ...ici, roles: { hasSome: [...rolesAyant('lire_dossiers')] } },
      select: { nom: true, prenom: true },
    });
    if (!autre) return refuse('remplacant_impossible');
    await tx.absence.create({
      data: { id: newId(), agentId, debutLe: enDate(debut), finLe: enDate(fin), remplacantId: remplacant, creeLe: at },
      select: { id: true },
    });
    const faits = { agent: `${absent.prenom} ${absent.nom}`, remplacant: `${autre.prenom} ${autre.nom}`, du: debut, au: fin };
    await consignerActe(tx, { par: par.agentId, type: 'absence_declaree', cibleId: agentId, faits }, at);
    return ok(null);
  });
}

/** Back sooner, or a mistake. Already gone: done. */
export async function supprimerAbsence(portee: PorteeAgent, par: Agent, id: string, at: Date): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const absence = await tx.absence.findFirst({
      where: { id, agent: { prefectureCode: portee.prefecture } },
      select: { agentId: true, agent: { select: { nom: true, prenom: true } } },
    });
    if (!absence) return ok(null);
    if (!peutPour(par, absence.agentId)) return refuse('non_autorise');
    await tx.absence.delete({ where: { id }, select: { id: true } });
    const faits = { agent: `${absence.agent.prenom} ${absence.agent.nom}` };
    await consignerActe(tx, { par: par.agentId, type: 'absence_supprimee', cibleId: absence.agentId, faits }, at);
    return ok(null);
  });
}
