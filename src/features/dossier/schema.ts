// What every form of an agent says of the dossier it acts on.
import { z } from 'zod';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';

/** The dossier and the version of it that was on screen; `depuis`: the last event shown with it, for saying what changed meanwhile. */
export type DossierVu = { dossierId: string; version: number; depuis?: string };

export const champsVu = {
  dossier: z.string(),
  version: z.coerce.number().int(),
  depuis: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
};

export const vuDe = ({ dossier, version, depuis }: { dossier: string; version: number; depuis?: string }): DossierVu => ({
  dossierId: dossier,
  version,
  depuis,
});

/** The part of an order to the store that says which agent, and what they saw. */
export const ordreDAgent = (portee: PorteeAgent, agent: Agent, { dossierId, version }: DossierVu, at: Date) => ({
  dossierId,
  versionVue: version,
  portee,
  acteur: agent,
  at,
});
