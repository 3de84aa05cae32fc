// Each change of what opens an access is told to its owner, by mail, in the transaction of the change.
import 'server-only';
import { demanderCourriel } from '#features/notifications/commands.ts';
import type { VariablesCourriel } from '#features/notifications/courriels/catalogue.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Titulaire } from '../queries.ts';

type Changement = Omit<VariablesCourriel<'acces_change'>, 'porte' | 'le'>;

/** Written at each change, and only then: each has its own key. */
export async function ecrire(tx: Tx, { porte, id }: Titulaire, changement: Changement, at: Date): Promise<void> {
  const { email } =
    porte === 'usager'
      ? await tx.compte.findUniqueOrThrow({ where: { id }, select: { email: true } })
      : await tx.agent.findUniqueOrThrow({ where: { id }, select: { email: true } });
  await demanderCourriel(tx, {
    cle: `acces_change:${newId()}`,
    sorte: 'acces_change',
    destinataire: email,
    variables: { porte, le: at.toISOString(), ...changement },
  });
}
