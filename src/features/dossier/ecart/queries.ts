import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { lisibleParAgent } from '#features/dossier/queries.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';

/** Null when it is not a file of this dossier, or not of theirs. */
export async function fichierAEcarter(portee: PorteeAgent, dossierId: string, id: string): Promise<{ id: string; nom: string } | null> {
  if (!isId(id)) return null;
  return db().fichier.findFirst({
    where: { id, piece: { dossierId, dossier: lisibleParAgent(portee) } },
    select: { id: true, nom: true },
  });
}
