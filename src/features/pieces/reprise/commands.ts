// "Reprendre ce document": the files of an accepted piece serve again. The bytes are not copied: two rows hold one content, which goes
// with the last of them (analyse/viderOrphelins). Each dossier keeps its own row, hence its own retention: whichever is erased first, the
// other one still opens; and a document of ten megabytes is stored, encrypted and scanned once.
import 'server-only';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { surBrouillon } from '#features/dossier/store.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { pieceAttendue } from '../televersement/queries.ts';
import { type PieceReprenable, piecesReprenables } from './queries.ts';

type Reprise = { portee: PorteeDossiers; dossierId: string; piece: string; at: Date };

/** Value: how many files. Refusals: `emplacement_inconnu`, `piece_deja_jointe`, `fichier_introuvable` (no longer there, or no longer valid). */
export function reprendrePiece({ portee, dossierId, piece: code, at }: Reprise): Promise<Resultat<number>> {
  return surBrouillon(portee, 'joindre', dossierId, async (dossier, tx) => {
    const attendue = await pieceAttendue(tx, { slug: dossier.procedure.slug, reponses: dossier.reponses }, code, at);
    if (!attendue) return refuse('emplacement_inconnu');
    const [source] = await piecesReprenables(tx, portee, dossier, [attendue.piece], at);
    if (!source) return refuse('fichier_introuvable');
    return recopier(tx, dossier.id, source);
  });
}

async function recopier(tx: Tx, dossierId: string, { id: sourceId, code, variante, numero }: PieceReprenable): Promise<Resultat<number>> {
  const cle = { dossierId_code: { dossierId, code } };
  const presente = await tx.piece.findUnique({ where: cle, select: { _count: { select: { fichiers: true } } } });
  if (presente && presente._count.fichiers > 0) return refuse('piece_deja_jointe');
  // held while they are copied: who erases the former request waits, and leaves the bytes to this one
  const sources = await tx.$queryRaw<{ id: string }[]>`
    SELECT f.id FROM fichier f WHERE f.piece_id = ${sourceId}::uuid AND f.remplace_le IS NULL AND f.analyse = 'sain' FOR KEY SHARE`;
  if (sources.length === 0) return refuse('fichier_introuvable');
  const { id: pieceId } = await tx.piece.upsert({
    where: cle,
    create: { id: newId(), dossierId, code, variante },
    update: { variante },
    select: { id: true },
  });
  const fichiers = await tx.fichier.findMany({
    where: { id: { in: sources.map((s) => s.id) } },
    orderBy: { id: 'asc' },
    select: {
      emplacement: true,
      nom: true,
      type: true,
      taille: true,
      sha256: true,
      cle: true,
      analyse: true,
      analyseur: true,
      deposeLe: true,
    },
  });
  // the day of deposit stays that of the document: taking it over again and again does not make it young
  await tx.fichier.createMany({ data: fichiers.map((fichier) => ({ id: newId(), pieceId, ...fichier, reprisDe: numero })) });
  return ok(fichiers.length);
}
