// Each act of an administrator leaves a row, in the transaction of the act: done and told, or neither.
import 'server-only';
import type { TypeActe } from '#domain/access/actes.ts';
import type { Tx } from '#platform/db.ts';

/** `faits`: plain words for who reads the log, never a secret. */
export type Acte = { par: string; type: TypeActe; cibleId: string | null; faits: Readonly<Record<string, string>> };

export async function consignerActe(tx: Tx, { par, type, cibleId, faits }: Acte, at: Date): Promise<void> {
  await tx.acteAdministration.create({ data: { agentId: par, type, cibleId, faits: { ...faits }, le: at }, select: { id: true } });
}
