import 'server-only';
import { db } from '#platform/db.ts';
import { empreinteDuJeton } from './commands.ts';

/** Does this link still work? Reading does not use it. */
export async function estJetonValable(jeton: string, at: Date): Promise<boolean> {
  const where = { empreinte: empreinteDuJeton(jeton), sorte: 'mot_de_passe', utiliseLe: null, expireLe: { gt: at } };
  return (await db().jeton.count({ where })) > 0;
}
