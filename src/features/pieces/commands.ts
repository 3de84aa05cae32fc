import 'server-only';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { formatAdmis } from '#domain/procedure/pieces.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { sienOuConfie } from '#features/dossier/queries.ts';
import { surBrouillon } from '#features/dossier/store.ts';
import { db, type Tx } from '#platform/db.ts';
import { isId, newId } from '#platform/ids.ts';
import { rendreOrphelins } from './analyse/commands.ts';
import { retirerDuComplement } from './complement/commands.ts';
import { creerPiece, type FichierArrive, garderOuJeter, inserer } from './reception/commands.ts';
import type { FichierAffiche } from './schema.ts';
import { emplacementDe, pieceAttendue } from './televersement/queries.ts';

export type Depot = { portee: PorteeDossiers; dossierId: string; piece: string; emplacement: string; fichier: FichierArrive; at: Date };

/**
 * Gives a received file to a piece of a draft. The same content sent again to the same place (retry after a cut) gives the
 * first row. Whatever is not kept is removed from the storage.
 */
export async function joindreFichier({
  portee,
  dossierId,
  piece: code,
  emplacement,
  fichier,
  at,
}: Depot): Promise<Resultat<FichierAffiche>> {
  return garderOuJeter(fichier, () =>
    surBrouillon(portee, 'joindre', dossierId, async (dossier, tx) => {
      const piece = await tx.piece.findUnique({
        where: { dossierId_code: { dossierId: dossier.id, code } },
        select: { id: true, variante: true },
      });
      const attendue = await pieceAttendue(tx, { slug: dossier.procedure.slug, reponses: dossier.reponses }, code, at);
      if (!attendue || !emplacementDe(attendue, emplacement, piece?.variante)) return refuse('emplacement_inconnu');
      if (!formatAdmis(attendue.piece, fichier.type)) return refuse('format_non_admis');
      return inserer(tx, piece?.id ?? (await creerPiece(tx, dossier.id, code)), { emplacement, complementItemId: null }, fichier, at);
    }),
  );
}

/** "✕ SUPPRIMER": until the deposit, or until the answer to a complement is sent. The bytes follow the row. */
export async function retirerFichier({ portee, fichierId }: { portee: PorteeDossiers; fichierId: string }): Promise<Resultat<null>> {
  const fichier = isId(fichierId)
    ? await db().fichier.findFirst({
        where: { id: fichierId, piece: { dossier: sienOuConfie(portee, 'joindre') } },
        select: { complementItemId: true, piece: { select: { id: true, dossierId: true } } },
      })
    : null;
  // Removed already (double click, other tab): what the person wants is so.
  if (!fichier) return ok(null);
  if (fichier.complementItemId) return retirerDuComplement({ portee, fichierId, complementItemId: fichier.complementItemId });
  const { piece } = fichier;
  return surBrouillon(portee, 'joindre', piece.dossierId, async (_dossier, tx) => {
    await rendreOrphelins(tx, { id: fichierId });
    await retirerSiVide(tx, piece.id);
    return ok(null);
  });
}

/** A piece without file, variant or code is as if never given: it must not wait for an agent's verdict. */
async function retirerSiVide(tx: Tx, pieceId: string): Promise<void> {
  await tx.piece.deleteMany({ where: { id: pieceId, variante: null, valeur: null, fichiers: { none: {} } } });
}

/** `aConfirmer`: files given for another variant, which the choice would remove; 0 when the choice is made. */
export type Choix = { aConfirmer: number };

/** The person says which case is theirs (S-135 to S-137). Files given for another case are removed, once that is confirmed. */
export async function choisirVariante({
  portee,
  dossierId,
  piece: code,
  variante,
  confirme,
  at,
}: {
  portee: PorteeDossiers;
  dossierId: string;
  piece: string;
  variante: string;
  confirme: boolean;
  at: Date;
}): Promise<Resultat<Choix>> {
  return surBrouillon(portee, 'joindre', dossierId, async (dossier, tx) => {
    const mode = (await pieceAttendue(tx, { slug: dossier.procedure.slug, reponses: dossier.reponses }, code, at))?.piece.mode;
    if (mode?.sorte !== 'variante') return refuse('emplacement_inconnu');
    if (!mode.variantes.some((v) => v.code === variante)) return refuse('variante_inconnue');
    const cle = { dossierId_code: { dossierId: dossier.id, code } };
    const piece = await tx.piece.findUnique({ where: cle, select: { id: true, variante: true, _count: { select: { fichiers: true } } } });
    if (piece && piece.variante !== variante && piece._count.fichiers > 0) {
      if (!confirme) return ok({ aConfirmer: piece._count.fichiers });
      await rendreOrphelins(tx, { pieceId: piece.id });
    }
    await tx.piece.upsert({
      where: cle,
      create: { id: newId(), dossierId: dossier.id, code, variante },
      update: { variante },
      select: { id: true },
    });
    return ok({ aConfirmer: 0 });
  });
}
