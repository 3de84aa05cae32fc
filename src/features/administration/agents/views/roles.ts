// The roles as a form offers them, with what the table says of each.
import type { RoleAgent } from '#domain/access/actors.ts';
import { LIBELLE_POUVOIR, ROLES } from '#domain/access/roles.ts';
import { ACTIONS, CYCLE, type Transition } from '#domain/dossier/lifecycle.ts';
import { t } from '#ui/langue/t.ts';

export function optionsRoles(roles: readonly RoleAgent[]) {
  return roles.map((r) => ({ valeur: r, libelle: t(ROLES[r].libelle), aide: t(ROLES[r].explication) }));
}

/** What a role may: its powers, then its acts on a dossier out of the life-cycle table. */
export function ceQuIlPeut(role: RoleAgent): string[] {
  const actes = ACTIONS.filter((a) => {
    const transition: Transition = CYCLE[a];
    return transition.par.includes(role);
  });
  return [...ROLES[role].peut.map((p) => t(LIBELLE_POUVOIR[p])), ...actes.map((a) => t(CYCLE[a].libelle))];
}

export function ceQuIlNePeutPas(role: RoleAgent): string[] {
  return ROLES[role].nePeutPas.map((p) => t(LIBELLE_POUVOIR[p]));
}
