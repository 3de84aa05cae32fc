import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { lisibleParAgent } from '#features/dossier/queries.ts';
import { db, type Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';

/** What the person sent with a message: theirs, and gone. */
export const jointAuMessage = (id: string, dossierId: string) =>
  ({ id, message: { dossierId, auteurSorte: 'usager', envoyeLe: { not: null } } }) satisfies Prisma.MessageFichierWhereInput;

export type FichierAEcarter = { id: string; nom: string; estDUnMessage: boolean };

/** Null when it is not a file of this dossier, of a piece or of a message of the person, or not of theirs. */
export async function fichierAEcarter(portee: PorteeAgent, dossierId: string, id: string): Promise<FichierAEcarter | null> {
  if (!isId(id)) return null;
  const select = { id: true, nom: true };
  const dossier = lisibleParAgent(portee);
  const fichier = await db().fichier.findFirst({ where: { id, piece: { dossierId, dossier } }, select });
  if (fichier) return { ...fichier, estDUnMessage: false };
  const { message, ...lequel } = jointAuMessage(id, dossierId);
  const joint = await db().messageFichier.findFirst({ where: { ...lequel, message: { ...message, dossier } }, select });
  return joint && { ...joint, estDUnMessage: true };
}
