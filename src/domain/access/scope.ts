// What a read may see. A scope is a branded value: only the guard mints it, from the person who is calling,
// so forgetting the check does not compile.
import { type Agent, ROLES_AGENT, type RoleAgent, type Usager } from './actors.ts';
import type { Confie, Droit } from './mandat.ts';
import { aLePouvoir, ROLES, type VueRestreints, vueRestreints } from './roles.ts';

declare const marque: unique symbol;

/** Dossiers that somebody may read or fill: those of their compte, if they have one, and those confided to them. */
export type PorteeDossiers = { readonly compteId: string | null; readonly confies: readonly Confie[]; readonly [marque]: 'usager' };
/** The same, and one's own space: notifications, coordinates, mandats. What is confided never opens the space of its holder. */
export type PorteeUsager = PorteeDossiers & { readonly compteId: string };

/** The dossiers of one prefecture, deposited; the restricted ones for whom may see them (features/dossier/queries writes it in SQL). */
export type PorteeAgent = {
  readonly prefecture: string;
  readonly agentId: string;
  /** false: only restricted dossiers */
  readonly ordinaires: boolean;
  readonly restreints: VueRestreints;
  readonly [marque]: 'agent';
};

/** One dossier, whichever it is, opened for a written reason and for a while: reads only. */
export type PorteeBris = { readonly dossierId: string; readonly agentId: string; readonly [marque]: 'bris_de_glace' };

/** Whoever of the administration reads a dossier. */
export type PorteeLecture = PorteeAgent | PorteeBris;

/** The session of this request, of whoever it is, at this moment: bounds what is read before it is known who is calling. */
export type PorteeSession = { readonly sessionId: string; readonly at: Date; readonly [marque]: 'session' };

/** What an administrator, the data-protection role or the support manages: one prefecture, or all of them (null). Opens no dossier. */
export type PorteeAdministration = { readonly prefecture: string | null; readonly agentId: string; readonly [marque]: 'administration' };

/** The ways in of one person: password, second factors, sessions. The same for a usager and an agent. */
export type PorteeAcces = { readonly porte: 'usager' | 'agent'; readonly id: string; readonly [marque]: 'acces' };

function frapper<P>(contenu: Omit<P, typeof marque>): P {
  return Object.freeze({ ...contenu }) as P;
}

/** Guard only. */
export function porteeUsager(usager: Usager): PorteeUsager {
  return frapper<PorteeUsager>({ compteId: usager.compteId, confies: usager.confies });
}

/** Guard only. */
export function porteeSession(sessionId: string, at: Date): PorteeSession {
  return frapper<PorteeSession>({ sessionId, at });
}

/** Jobs only: the machine, on the dossiers of one compte, for what the law lets it decide alone. */
export function porteeMachine(compteId: string): PorteeDossiers {
  return frapper<PorteeDossiers>({ compteId, confies: [] });
}

/** Guard only. One dossier, filled at the desk by an agent d'accueil for a person who cannot do it online (R.431-2). */
export function porteeGuichet(confie: Confie): PorteeDossiers {
  return frapper<PorteeDossiers>({ compteId: null, confies: [confie] });
}

/** Identifiers of the dossiers confided with this right, for the `id = ANY(…)` of a query; `compte_id = …` covers the holder's own. */
export function confiesAvec(portee: PorteeDossiers, droit: Droit): string[] {
  return portee.confies.filter((c) => c.droits.includes(droit)).map((c) => c.dossierId);
}

/** Guard only. Null for an agent without a prefecture, or whose roles open no dossier (ROLES): such a person reads none. */
export function porteeAgent({ prefecture, agentId, roles }: Agent): PorteeAgent | null {
  const ordinaires = aLePouvoir(roles, 'lire_dossiers') || aLePouvoir(roles, 'guichet');
  const restreints = vueRestreints(roles);
  if (prefecture === null || (!ordinaires && restreints === 'aucun')) return null;
  return frapper<PorteeAgent>({ prefecture, agentId, ordinaires, restreints });
}

/** Guard only, once the row of the opening in force has been read. */
export function porteeBris(ouverture: { dossierId: string; agentId: string }): PorteeBris {
  return frapper<PorteeBris>({ dossierId: ouverture.dossierId, agentId: ouverture.agentId });
}

/**
 * Guard only. `roles` are those that open the door: a national one of them sees every prefecture. Null for a role of a prefecture
 * held by somebody who has none: absence of a prefecture must never mean all of them.
 */
export function porteeAdministration(agent: Agent, roles: readonly RoleAgent[] = ROLES_AGENT): PorteeAdministration | null {
  const tenus = agent.roles.filter((r) => roles.includes(r));
  const estNational = tenus.some((r) => ROLES[r].ressort === 'national');
  if (!estNational && agent.prefecture === null) return null;
  return frapper<PorteeAdministration>({ prefecture: estNational ? null : agent.prefecture, agentId: agent.agentId });
}

/** Guard only. */
export function porteeAcces(acteur: Usager | Agent): PorteeAcces {
  return frapper<PorteeAcces>({ porte: acteur.sorte, id: acteur.sorte === 'usager' ? acteur.compteId : acteur.agentId });
}
