import 'server-only';
// Asks for mails, and tells the people concerned by an event. Everything here is safe to repeat.
import type { Droit } from '#domain/access/mandat.ts';
import { estJoignable } from '#domain/compte/identifiant.ts';
import { jourDe } from '#domain/jour.ts';
import { referenceDu } from '#features/configuration/references/queries.ts';
import { faitsDeLEvenement } from '#features/documents/queries.ts';
import type { FaitsDocument } from '#features/documents/schema.ts';
import { type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { enqueue } from '#platform/queue.ts';
import { encrypt } from '#platform/secret.ts';
import { MESSAGES } from './catalogue.ts';
import { COURRIELS, type SorteCourriel, type VariablesCourriel } from './courriels/catalogue.ts';
import type { MessageCourriel, NotificationEspace } from './schema.ts';
import { demanderTexto } from './textos/commands.ts';

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

/**
 * Writes the mail and its job in the transaction of their cause: it leaves after the commit, or never. Nothing for who has no address:
 * they get letters. Throws on a missing secret.
 */
export async function demanderCourriel<S extends SorteCourriel>(tx: Tx, demande: DemandeCourriel<S>): Promise<void> {
  const { cle, sorte, destinataire, variables, secret, documents = [] } = demande;
  if (COURRIELS[sorte].secret && secret === undefined)
    throw new Error(`courriel ${sorte} : il manque ${COURRIELS[sorte].secret?.contient}`);
  if (!estJoignable(destinataire)) return;
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
    const lus = await faitsDeLEvenement(tx, evenementId);
    if (!lus) return;
    const faits = lus.estRestreint ? sansLieu(lus) : lus;
    for (const kind of MESSAGES[faits.type]) {
      if (kind.si && !kind.si(faits)) continue;
      if (kind.canal === 'espace') await deposerDansLEspace(tx, faits, kind, at);
      else if (kind.canal === 'texto')
        await demanderTexto(tx, { cle: `evenement:${evenementId}:${kind.sorte}`, compteId: faits.compteId, texte: kind.texte(faits) });
      else await ecrire(tx, faits, kind, at);
    }
  });
}

/**
 * C40: a mail, or the compte itself, may be read by whom the person is protected from: the préfecture would tell where they went. A
 * document goes on naming its author (CRPA L.212-1), and a convocation says where to come.
 */
const sansLieu = (faits: FaitsDocument): FaitsDocument => ({
  ...faits,
  prefecture: faits.prefecture && {
    ...faits.prefecture,
    nom: 'Le service qui suit votre demande',
    adresse: '',
    courriel: null,
    telephone: null,
  },
  prefectureQuittee: null,
});

async function deposerDansLEspace(tx: Tx, faits: FaitsDocument, kind: NotificationEspace, at: Date): Promise<void> {
  const { evenementId, compteId, dossierId } = faits;
  const contenu = JSON.parse(JSON.stringify(kind.composer(faits)));
  const mots = referenceDu('notification', kind.sorte);
  const titre = mots?.titre ?? kind.titre;
  const accueil = mots?.accueil || null;
  const { count } = await tx.notification.createMany({
    data: { id: newId(), compteId, dossierId, evenementId, sorte: kind.sorte, titre, contenu, accueil, disponibleLe: at },
    skipDuplicates: true,
  });
  if (count === 0) return;
  const propre = kind.courriel?.(faits);
  if (propre) {
    const { sorte, variables } = propre;
    const documents = await documentsDe(tx, evenementId);
    await demanderCourriel(tx, {
      cle: `evenement:${evenementId}:${sorte}:${compteId}`,
      sorte,
      destinataire: faits.email,
      variables,
      documents,
    });
    return;
  }
  await demanderCourriel(tx, {
    cle: `notification:${evenementId}:${kind.sorte}:${compteId}`,
    sorte: 'nouvelle_notification',
    destinataire: faits.email,
    variables: { disponibleLe: jourDe(at), service: faits.prefecture?.nom ?? '', consentement: faits.consentement },
  });
}

type Destinataire = { compteId: string; email: string };

/** Those to whom the holder gave this right on this dossier, by a mandat in force that day. */
async function mandataires(tx: Tx, { dossierId }: FaitsDocument, droit: Droit, at: Date): Promise<Destinataire[]> {
  const mandats = await tx.mandat.findMany({
    where: {
      dossierId,
      droits: { has: droit },
      mandantLe: { not: null },
      mandataireLe: { not: null },
      revoqueLe: null,
      finLe: { gte: new Date(`${jourDe(at)}T00:00:00Z`) },
    },
    select: { mandataire: { select: { id: true, email: true } } },
  });
  return mandats.flatMap(({ mandataire }) => (mandataire ? [{ compteId: mandataire.id, email: mandataire.email }] : []));
}

const documentsDe = async (tx: Tx, evenementId: bigint): Promise<string[]> =>
  (await tx.document.findMany({ where: { evenementId }, select: { id: true }, orderBy: { id: 'asc' } })).map((d) => d.id);

async function ecrire(tx: Tx, faits: FaitsDocument, kind: MessageCourriel, at: Date): Promise<void> {
  const { evenementId } = faits;
  const documents = kind.pieces ? await documentsDe(tx, evenementId) : [];
  for (const { compteId, email } of kind.a ? await mandataires(tx, faits, kind.a, at) : [faits])
    await demanderCourriel(tx, {
      cle: `evenement:${evenementId}:${kind.sorte}:${compteId}`,
      sorte: kind.sorte,
      destinataire: email,
      variables: kind.composer(faits),
      documents,
    });
}
