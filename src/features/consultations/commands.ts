// Each reading of a dossier by an agent leaves a row (R.142-22): who, what, when, and what its owner will read of it: service and purpose.
import 'server-only';
import type { Finalite } from '#domain/access/finalites.ts';
import { driver } from '#platform/db.ts';

export type ObjetLu = 'dossier' | 'fichier' | 'document';
export type Lecture = { agentId: string; dossierId: string; objet: ObjetLu; objetId: string | null; finalite: Finalite };

/** One statement. The service is that of the agent at this instant: it must not change when they move to another prefecture. */
export async function consignerConsultation({ agentId, dossierId, objet, objetId, finalite }: Lecture, at: Date): Promise<void> {
  await driver().$queryRaw`
    INSERT INTO consultation (agent_id, dossier_id, objet, objet_id, service, finalite, le)
    SELECT ${agentId}::uuid, ${dossierId}::uuid, ${objet}, ${objetId}, coalesce((
      SELECT p.nom FROM agent a JOIN prefecture p ON p.code = a.prefecture_code WHERE a.id = ${agentId}::uuid), 'Administration centrale'), ${finalite}, ${at}`;
}
