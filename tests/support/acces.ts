// People of the administration and second factors, for tests that go through the doors.
import type { Agent, RoleAgent, Usager } from '#domain/access/actors.ts';
import { type PorteeAcces, porteeAcces } from '#domain/access/scope.ts';
import { scellerSecret } from '#features/compte/facteurs/totp/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { codeOfStep, newSecret, stepAt } from '#platform/one-time-code.ts';

export async function unAgent(
  champs: { roles?: RoleAgent[]; prefectureCode?: string | null; motDePasse?: string; email?: string } = {},
): Promise<string> {
  const id = newId();
  await db().agent.create({
    data: {
      id,
      email: `${id}@example.org`,
      nom: 'TESTAGENT',
      prenom: 'Camille',
      qualite: 'Agent',
      roles: ['instructeur'],
      prefectureCode: null,
      ...champs,
    },
  });
  return id;
}

const acteur = { sessionId: newId(), nom: null, email: '', numeroEtranger: null, langue: 'fr' };
export const accesUsager = (compteId: string): PorteeAcces =>
  porteeAcces({ ...acteur, sorte: 'usager', compteId, confies: [] } satisfies Usager);
export const accesAgent = (agentId: string): PorteeAcces =>
  porteeAcces({ sorte: 'agent', agentId, sessionId: acteur.sessionId, nom: '', roles: [], prefecture: null } satisfies Agent);

/** A telephone whose secret the portal knows: gives the code of any moment. */
export async function telephone(portee: PorteeAcces, nom = 'Téléphone'): Promise<(at: Date, decalage?: number) => string> {
  const secret = newSecret();
  await db().facteur.create({
    data: {
      id: newId(),
      ...(portee.porte === 'usager' ? { compteId: portee.id } : { agentId: portee.id }),
      sorte: 'totp',
      nom,
      secret: scellerSecret(secret),
      confirmeLe: new Date(),
    },
  });
  return (at, decalage = 0) => codeOfStep(secret, stepAt(at) + decalage);
}
