import 'server-only';
// Asks for mails, and tells the people concerned by an event. Everything here is safe to repeat.
import { jourDe } from '#domain/jour.ts';
import { faitsDeLEvenement } from '#features/documents/queries.ts';
import type { FaitsDocument } from '#features/documents/schema.ts';
import { type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { enqueue } from '#platform/queue.ts';
import { encrypt } from '#platform/secret.ts';
import { MESSAGES } from './catalogue.ts';
import { COURRIELS, type SorteCourriel, type VariablesCourriel } from './courriels/catalogue.ts';
import type { MessageCourriel, NotificationEspace } from './schema.ts';

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
  if (COURRIELS[sorte].secret && secret === undefined)
    throw new Error(`courriel ${sorte} : il manque ${COURRIELS[sorte].secret?.contient}`);
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

/** Tells those concerned by an event. The documents of the event must exist already: a mail may attach them. */
export async function notifier(evenementId: string, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const faits = await faitsDeLEvenement(tx, evenementId);
    if (!faits) return;
    for (const kind of MESSAGES[faits.type]) {
      if (kind.canal === 'espace') await deposerDansLEspace(tx, faits, kind, at);
      else await ecrire(tx, faits, kind);
    }
  });
}

async function deposerDansLEspace(tx: Tx, faits: FaitsDocument, kind: NotificationEspace, at: Date): Promise<void> {
  const { evenementId, compteId, dossierId } = faits;
  const contenu = JSON.parse(JSON.stringify(kind.contenu.parse(kind.composer(faits))));
  const { count } = await tx.notification.createMany({
    data: { id: newId(), compteId, dossierId, evenementId, sorte: kind.sorte, titre: kind.titre, contenu, disponibleLe: at },
    skipDuplicates: true,
  });
  if (count === 0) return;
  await demanderCourriel(tx, {
    cle: `notification:${evenementId}:${kind.sorte}:${compteId}`,
    sorte: 'nouvelle_notification',
    destinataire: faits.email,
    variables: { disponibleLe: jourDe(at), service: faits.prefecture?.nom ?? '', consentement: faits.consentement },
  });
}

async function ecrire(tx: Tx, faits: FaitsDocument, kind: MessageCourriel): Promise<void> {
  const { evenementId, compteId } = faits;
  const documents = kind.pieces
    ? await tx.document.findMany({ where: { evenementId }, select: { id: true }, orderBy: { sorte: 'asc' } })
    : [];
  await demanderCourriel(tx, {
    cle: `evenement:${evenementId}:${kind.sorte}:${compteId}`,
    sorte: kind.sorte,
    destinataire: faits.email,
    variables: kind.composer(faits),
    documents: documents.map((d) => d.id),
  });
}
