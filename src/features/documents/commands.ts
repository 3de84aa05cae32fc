import 'server-only';
// Produces the documents of an event, each exactly once whatever is repeated or killed: the event is locked, the bytes go to the
// storage under a name made of the event and the kind (a second writing replaces the first), then the row.
import { marqueDuPortail, rendrePdf } from '#adapters/pdf/pdf.ts';
import { signer } from '#adapters/signature/signature.ts';
import { type Storage, storage } from '#adapters/storage/storage.ts';
import { jourDe } from '#domain/jour.ts';
import type { Octets } from '#guard/octets.ts';
import { type Tx, transaction } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { newId, readableCode } from '#platform/ids.ts';
import { fingerprint } from '#platform/secret.ts';
import { A_LA_DEMANDE, DOCUMENTS } from './catalogue.ts';
import { faitsDeLEvenement, type ListeADelivrer, nomDuFichier, tientEncore } from './queries.ts';
import type { FaitsDocument, KindDocument } from './schema.ts';

const enDate = (jour: string | null | undefined) => (jour ? new Date(`${jour}T00:00:00Z`) : null);

/** Writes what is missing; already produced documents are left alone, a decision annulled meanwhile has none. Throws when the storage does. */
export async function produireDocuments(evenementId: string, depot: Storage = storage()): Promise<void> {
  await transaction(async (tx) => {
    const faits = await faitsDeLEvenement(tx, evenementId);
    if (!faits) return;
    for (const kind of DOCUMENTS[faits.type]) if (kind.si?.(faits) ?? true) await produire(tx, faits, kind, depot);
  });
}

async function produire(tx: Tx, faits: FaitsDocument, kind: KindDocument, depot: Storage): Promise<void> {
  const { evenementId, dossierId } = faits;
  const { sorte } = kind;
  if ((await tx.document.count({ where: { evenementId, sorte } })) > 0) return;
  const code = kind.verifiable ? readableCode(12) : null;
  const adresseVerification = code ? new URL(`/verification?code=${code}`, env().PORTAIL_URL).href : null;
  const { titre, contenu } = kind.composer(faits, { code, adresseVerification });
  const dessine = await rendrePdf({ titre, contenu, marque: marqueDuPortail(), date: faits.le });
  const pdf = kind.signature ? await signer(dessine, { motif: kind.signature, le: faits.le }) : dessine;
  const cle = fingerprint('fichiers', `document:${evenementId}:${sorte}`).slice(0, 40);
  const { taille, sha256 } = await depot.put(enFlux(pdf), cle);
  if (!(await tientEncore(tx, faits))) {
    await tx.fichierOrphelin.createMany({ data: [{ cle }], skipDuplicates: true });
    return;
  }
  const valable = kind.valable?.(faits);
  await tx.document.create({
    data: {
      id: newId(),
      dossierId,
      evenementId,
      sorte,
      nom: kind.nom(faits),
      cle,
      sha256,
      taille,
      codeVerification: code,
      produitLe: faits.le,
      valableDu: enDate(valable?.du),
      valableJusqu: enDate(valable?.jusqu),
    },
    select: { id: true },
  });
}

async function* enFlux(contenu: Buffer): AsyncGenerator<Uint8Array> {
  yield contenu;
}

/** The list of pieces as a PDF, made now: nothing is kept of it. */
export async function rendreListe(liste: ListeADelivrer, at: Date): Promise<{ contenu: Uint8Array<ArrayBuffer>; octets: Octets }> {
  const pdf = await rendrePdf({
    ...A_LA_DEMANDE.liste_des_pieces(liste),
    marque: marqueDuPortail(),
    date: new Date(`${jourDe(at)}T00:00:00Z`),
  });
  const nom = nomDuFichier(`Liste des pièces ${liste.procedure.slug} version ${liste.version}`, null);
  return { contenu: new Uint8Array(pdf), octets: { type: 'application/pdf', nom, taille: pdf.length, affichage: 'a_enregistrer' } };
}
