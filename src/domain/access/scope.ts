// What a read may see. A scope is a branded value: only the guard mints it, from the person who is calling,
// so forgetting the check does not compile.
import type { Agent, Usager } from './actors.ts';
import type { Confie, Droit } from './mandat.ts';

declare const marque: unique symbol;

/** Dossiers that somebody may read or fill: those of their compte, if they have one, and those confided to them. */
export type PorteeDossiers = { readonly compteId: string | null; readonly confies: readonly Confie[]; readonly [marque]: 'usager' };
/** The same, and one's own space: notifications, coordinates, mandats. What is confided never opens the space of its holder. */
export type PorteeUsager = PorteeDossiers & { readonly compteId: string };
/** The dossiers of one prefecture, deposited. */
export type PorteeAgent = { readonly prefecture: string; readonly agentId: string; readonly [marque]: 'agent' };

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

/** Guard only. One dossier, filled at the desk by an agent d'accueil for a person who cannot do it online (R.431-2). */
export function porteeGuichet(confie: Confie): PorteeDossiers {
  return frapper<PorteeDossiers>({ compteId: null, confies: [confie] });
}

/** Identifiers of the dossiers confided with this right, for the `id = ANY(…)` of a query; `compte_id = …` covers the holder's own. */
export function confiesAvec(portee: PorteeDossiers, droit: Droit): string[] {
  return portee.confies.filter((c) => c.droits.includes(droit)).map((c) => c.dossierId);
}

/** Guard only. Null for an agent without a prefecture: such a person reads no dossier. */
export function porteeAgent(agent: Agent): PorteeAgent | null {
  return agent.prefecture === null ? null : frapper<PorteeAgent>({ prefecture: agent.prefecture, agentId: agent.agentId });
}

/** Guard only. */
export function porteeAdministration(agent: Agent): PorteeAdministration {
  return frapper<PorteeAdministration>({ prefecture: agent.prefecture, agentId: agent.agentId });
}

/** Guard only. */
export function porteeAcces(acteur: Usager | Agent): PorteeAcces {
  return frapper<PorteeAcces>({ porte: acteur.sorte, id: acteur.sorte === 'usager' ? acteur.compteId : acteur.agentId });
}
