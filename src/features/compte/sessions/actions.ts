'use server';
// Ending sessions asks for no proof: whoever is in may only shut doors.
import type { PorteeAcces } from '#domain/access/scope.ts';
import { actionAcces } from '#guard/action.ts';
import type { Suite } from '#guard/respond.ts';
import type { SessionAcces } from '#guard/session.ts';
import { LIEUX } from '../facteurs/schema.ts';
import { terminerAutres, terminerSession } from './commands.ts';
import { schemaAutres, schemaSession } from './schema.ts';

type Appel = { session: SessionAcces; portee: PorteeAcces; at: Date };

async function terminer({ saisie, session, portee, at }: Appel & { saisie: { session: string } }): Promise<Suite> {
  await terminerSession(portee, saisie.session, at);
  return { vers: `${LIEUX[session.porte]}?fait=session` };
}
export const terminerSessionUsager = actionAcces('terminer_session', 'usager', ['complete'], schemaSession, terminer);
export const terminerSessionAgent = actionAcces('terminer_session', 'agent', ['complete'], schemaSession, terminer);

async function garderCelleCi({ session, portee, at }: Appel): Promise<Suite> {
  await terminerAutres(portee, session.acteur.sessionId, at);
  return { vers: `${LIEUX[session.porte]}?fait=sessions` };
}
export const terminerAutresUsager = actionAcces('terminer_autres', 'usager', ['complete'], schemaAutres, garderCelleCi);
export const terminerAutresAgent = actionAcces('terminer_autres', 'agent', ['complete'], schemaAutres, garderCelleCi);
