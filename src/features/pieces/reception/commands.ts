import 'server-only';
import type { FichierRecu } from '#adapters/fichier/fichier.ts';
import { nomAffiche } from '#domain/piece/fichier.ts';
import { FICHIERS_PAR_EMPLACEMENT } from '#domain/procedure/pieces.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { enqueue } from '#platform/queue.ts';
import { jeter, oublierReservation } from '../analyse/commands.ts';
import type { FichierAffiche } from '../schema.ts';

/** A file whose bytes are in the storage, noted by reserver(), examined and scanned, under the name given by the person. */
export type FichierArrive = FichierRecu & { nom: string };

/**
 * Runs the writing of a row; the bytes that no row holds in the end are thrown away. When the writing throws, nobody here knows
 * whether it was committed: the bytes stay, with the note of reserver() if there is no row, without it if there is one.
 */
export async function garderOuJeter(
  fichier: FichierArrive,
  ecrire: () => Promise<Resultat<FichierAffiche & { cle: string }>>,
): Promise<Resultat<FichierAffiche>> {
  const resultat = await ecrire();
  if (!resultat.ok) {
    await jeter(fichier.cle);
    return resultat;
  }
  const { cle, ...affiche } = resultat.valeur;
  if (cle !== fichier.cle) await jeter(fichier.cle);
  return ok(affiche);
}

export async function creerPiece(tx: Tx, dossierId: string, code: string): Promise<string> {
  const { id } = await tx.piece.create({ data: { id: newId(), dossierId, code }, select: { id: true } });
  return id;
}

/** Where a file stands: an emplacement of the piece, among the current files or in the answer to an item of a complement. */
export type Place = { emplacement: string; complementItemId: string | null };

/** Writes the row under the lock of the dossier or of the complement; an unscanned file takes its job with it. */
export async function inserer(
  tx: Tx,
  pieceId: string,
  place: Place,
  fichier: FichierArrive,
  at: Date,
): Promise<Resultat<FichierAffiche & { cle: string }>> {
  const presents = await tx.fichier.findMany({
    where: { pieceId, ...place, remplaceLe: null, analyse: { not: 'infecte' } },
    select: { id: true, emplacement: true, nom: true, taille: true, analyse: true, sha256: true, cle: true },
  });
  const deja = presents.find((p) => p.sha256 === fichier.sha256);
  if (deja)
    return ok({ id: deja.id, emplacement: deja.emplacement, nom: deja.nom, taille: deja.taille, etat: deja.analyse, cle: deja.cle });
  if (presents.length >= FICHIERS_PAR_EMPLACEMENT) return refuse('trop_de_fichiers');
  const id = newId();
  const { type, taille, sha256, cle, analyse, analyseur } = fichier;
  const nom = nomAffiche(fichier.nom, type);
  await tx.fichier.create({
    data: { id, pieceId, ...place, nom, type, taille, sha256, cle, analyse, analyseur, deposeLe: at },
    select: { id: true },
  });
  await oublierReservation(tx, cle);
  if (analyse === 'en_attente') await enqueue(tx, 'analyse', { fichierId: id });
  return ok({ id, emplacement: place.emplacement, nom, taille, etat: analyse, cle });
}
