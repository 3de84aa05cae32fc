// One address, one compte: what the unique index says, and the case that it cannot see.
import 'server-only';
import type { Tx } from '#platform/db.ts';

/**
 * Is the address free for this compte? A compte of that address that nobody ever confirmed, and that holds nothing, is nobody's: anyone
 * could have typed it in the creation form, and it would keep its owner out. It is removed when `liberer`.
 */
export async function estLibre(tx: Tx, email: string, pour: string, liberer: boolean): Promise<boolean> {
  const titulaire = await tx.compte.findUnique({
    where: { email },
    select: {
      id: true,
      emailConfirmeLe: true,
      numeroEtranger: true,
      numeroVisa: true,
      personneId: true,
      _count: { select: { dossiers: true } },
    },
  });
  if (!titulaire || titulaire.id === pour) return true;
  const { emailConfirmeLe, numeroEtranger, numeroVisa, personneId, _count } = titulaire;
  if (emailConfirmeLe ?? numeroEtranger ?? numeroVisa ?? personneId) return false;
  if (_count.dossiers > 0) return false;
  if (liberer) await tx.compte.delete({ where: { id: titulaire.id }, select: { id: true } });
  return true;
}
