import 'server-only';
import { confiesAvec, type PorteeDossiers } from '#domain/access/scope.ts';
import { formatAdmis } from '#domain/procedure/pieces.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { listeVersionDe } from '#features/configuration/queries.ts';
import { type Tx, transaction } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { rendreOrphelins } from '../analyse/commands.ts';
import { creerPiece, type FichierArrive, garderOuJeter, inserer } from '../reception/commands.ts';
import type { FichierAffiche } from '../schema.ts';

type LigneItem = {
  repondu: boolean;
  dossier_id: string;
  piece_code: string | null;
  piece_id: string | null;
  procedure: string;
  liste_version: number;
  liste_locale: string | null;
};

/** The item under the lock of its complement, if it is one of this person's and not answered yet. */
async function itemOuvert(tx: Pick<Tx, '$queryRaw'>, portee: PorteeDossiers, complementItemId: string): Promise<Resultat<LigneItem>> {
  if (!isId(complementItemId)) return refuse('introuvable');
  const [item] = await tx.$queryRaw<LigneItem[]>`
    SELECT c.repondu_le IS NOT NULL OR c.leve_le IS NOT NULL AS repondu, c.dossier_id, i.piece_code, p.id AS piece_id, d.procedure, d.liste_version, d.liste_locale
    FROM complement_item i JOIN complement c ON c.id = i.complement_id JOIN dossier d ON d.id = c.dossier_id
      LEFT JOIN piece p ON p.dossier_id = d.id AND p.code = i.piece_code
    WHERE i.id = ${complementItemId}::uuid AND (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confiesAvec(portee, 'repondre')}::uuid[]))
    FOR UPDATE OF c`;
  if (!item) return refuse('introuvable');
  return item.repondu ? refuse('complement_ferme') : ok(item);
}

/** Asked before the bytes are read: is this item still to be answered, and about this piece? */
export async function complementOuvert(portee: PorteeDossiers, complementItemId: string, piece: string): Promise<Resultat<null>> {
  const item = await transaction((tx) => itemOuvert(tx, portee, complementItemId));
  if (!item.ok) return item;
  return item.valeur.piece_code === piece ? ok(null) : refuse('emplacement_inconnu');
}

export type DepotComplement = { portee: PorteeDossiers; complementItemId: string; emplacement: string; fichier: FichierArrive; at: Date };

/**
 * Gives a received file as the answer to one item of a complement: three at most for each emplacement, the same content once.
 * The former version stays current until the answer is sent: who sends it sets `remplaceLe` on the old files.
 */
export async function joindreFichierAuComplement({
  portee,
  complementItemId,
  emplacement,
  fichier,
  at,
}: DepotComplement): Promise<Resultat<FichierAffiche>> {
  return garderOuJeter(fichier, () =>
    transaction(async (tx) => {
      const item = await itemOuvert(tx, portee, complementItemId);
      if (!item.ok) return item;
      const { piece_id, piece_code, dossier_id, procedure, liste_version, liste_locale } = item.valeur;
      if (!piece_code) return refuse('emplacement_inconnu');
      const { pieces } = await listeVersionDe(tx, procedure, liste_version, liste_locale);
      const demandee = pieces.find((p) => p.code === piece_code);
      if (demandee && !formatAdmis(demandee, fichier.type)) return refuse('format_non_admis');
      return inserer(tx, piece_id ?? (await creerPiece(tx, dossier_id, piece_code)), { emplacement, complementItemId }, fichier, at);
    }),
  );
}

/** Removes a file of an answer that is not sent yet. */
export async function retirerDuComplement({
  portee,
  fichierId,
  complementItemId,
}: {
  portee: PorteeDossiers;
  fichierId: string;
  complementItemId: string;
}): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const item = await itemOuvert(tx, portee, complementItemId);
    if (!item.ok) return item;
    await rendreOrphelins(tx, { id: fichierId, complementItemId });
    return ok(null);
  });
}
