// Who is named by an alert: the agent in charge, whoever replaces them while they are away, otherwise the chefs of the préfecture. Never nobody
// as long as one person of the préfecture works there.
import type { RoleAgent } from '../access/actors.ts';

/** An active agent of the préfecture that day. `remplacant`: of who is away. */
export type Membre = { id: string; roles: readonly RoleAgent[]; estAbsent: boolean; remplacantId: string | null };

/** Identifiers, in the order of `equipe`: those of the préfecture who may read the dossier. `agentId`: who has it in charge. */
export function nommer(a: 'agent' | 'chef', agentId: string | null, equipe: readonly Membre[]): readonly string[] {
  const enCharge = a === 'agent' ? present(agentId, equipe, new Set()) : null;
  if (enCharge !== null) return [enCharge];
  for (const role of ['chef', 'referent_vulnerabilite', 'valideur', 'instructeur'] as const) {
    const tous = equipe.filter((m) => m.roles.includes(role));
    const presents = tous.filter((m) => !m.estAbsent);
    if (tous.length > 0) return (presents.length > 0 ? presents : tous).map((m) => m.id);
  }
  return equipe.map((m) => m.id);
}

/** This agent, or who replaces them, or who replaces that one; null: gone, or away without anybody. */
function present(agentId: string | null, equipe: readonly Membre[], vus: Set<string>): string | null {
  const membre = equipe.find((m) => m.id === agentId);
  if (!membre || vus.has(membre.id)) return null;
  if (!membre.estAbsent) return membre.id;
  return present(membre.remplacantId, equipe, vus.add(membre.id));
}
