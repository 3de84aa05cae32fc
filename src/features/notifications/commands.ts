import 'server-only';
// Asks for mails, and tells the people concerned by an event. Everything here is safe to repeat.
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { enqueue } from '#platform/queue.ts';
import { encrypt } from '#platform/secret.ts';
import { COURRIELS, type SorteCourriel, type VariablesCourriel } from './courriels/catalogue.ts';

export type DemandeCourriel<S extends SorteCourriel = SorteCourriel> = {
  /** the cause of the mail: the same key never gives a second mail */
  cle: string;
  sorte: S;
  destinataire: string;
  variables: VariablesCourriel<S>;
  /** kept encrypted until the mail leaves, then wiped: a provisional password, a token */
  secret?: string;
  /** identifiers of the documents to attach */
  documents?: readonly string[];
};

/** Writes the mail and its job in the transaction of their cause: it leaves after the commit, or never. Throws on a missing secret. */
export async function demanderCourriel<S extends SorteCourriel>(tx: Tx, demande: DemandeCourriel<S>): Promise<void> {
  const { cle, sorte, destinataire, variables, secret, documents = [] } = demande;
  if (COURRIELS[sorte].secret && secret === undefined) throw new Error(`courriel ${sorte} : il manque ${COURRIELS[sorte].secret?.contient}`);
  const id = newId();
  const { count } = await tx.courriel.createMany({
    data: {
      id,
      cle,
      sorte,
      destinataire,
      variables: JSON.parse(JSON.stringify(variables)),
      secret: secret === undefined ? null : Uint8Array.from(encrypt('courriels', secret)),
      documents: [...documents],
    },
    skipDuplicates: true,
  });
  if (count === 1) await enqueue(tx, 'courriel', { courrielId: id });
}
