import 'server-only';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';

/** Somebody who only ever came in through a provider of identity has none. */
export async function aUnMotDePasse({ porte, id }: PorteeAcces): Promise<boolean> {
  const where = { id, motDePasse: { not: null } };
  return (await (porte === 'usager' ? db().compte.count({ where }) : db().agent.count({ where }))) > 0;
}
