// What a read may see. A scope is a branded value: only the guard mints it, from the person who is calling,
// so forgetting the check does not compile.
import type { Agent, Usager } from './actors.ts';

declare const marque: unique symbol;

/** The dossiers of one compte. */
export type PorteeUsager = { readonly compteId: string; readonly [marque]: 'usager' };
/** The dossiers of one prefecture, deposited. */
export type PorteeAgent = { readonly prefecture: string; readonly agentId: string; readonly [marque]: 'agent' };

/** What an administrator, the data-protection role or the support manages: one prefecture, or all of them (null). Opens no dossier. */
export type PorteeAdministration = { readonly prefecture: string | null; readonly agentId: string; readonly [marque]: 'administration' };

function frapper<P>(contenu: Omit<P, typeof marque>): P {
  return Object.freeze({ ...contenu }) as P;
}

/** Guard only. */
export function porteeUsager(usager: Usager): PorteeUsager {
  return frapper<PorteeUsager>({ compteId: usager.compteId });
}

/** Guard only. Null for an agent without a prefecture: such a person reads no dossier. */
export function porteeAgent(agent: Agent): PorteeAgent | null {
  return agent.prefecture === null ? null : frapper<PorteeAgent>({ prefecture: agent.prefecture, agentId: agent.agentId });
}

/** Guard only. */
export function porteeAdministration(agent: Agent): PorteeAdministration {
  return frapper<PorteeAdministration>({ prefecture: agent.prefecture, agentId: agent.agentId });
}
