// Accepted pieces of former requests of the same person, for a draft: one query, whatever they are.
import 'server-only';
import { confiesAvec, type PorteeDossiers } from '#domain/access/scope.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { peutServirEncore } from '#domain/piece/reprise.ts';
import type { PieceDemandee, Reponses } from '#domain/procedure/definition.ts';
import { driver, type Sql } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';

type LigneAcceptee = {
  id: string;
  code: string;
  variante: string | null;
  numero: string;
  depose_le: Date;
  reponses: Reponses;
  fichiers: { emplacement: string; nom: string; deposeLe: string }[];
};

/** A piece that may be taken over, and from where. */
export type PieceReprenable = {
  id: string;
  code: string;
  variante: string | null;
  numero: string;
  deposeeLe: Jour;
  noms: readonly string[];
};

/**
 * The latest one of each code. Of the same demandeur, found conforme, never of a restricted request (C40), and never of a request that
 * the reader may not see: a mandataire takes over what was confided to them only.
 */
export async function piecesReprenables(
  base: Pick<Sql, '$queryRaw'>,
  portee: PorteeDossiers,
  brouillon: { id: string; reponses: Reponses },
  pieces: readonly PieceDemandee[],
  at: Date,
): Promise<PieceReprenable[]> {
  if (!isId(brouillon.id)) return [];
  const lignes = await base.$queryRaw<LigneAcceptee[]>`
    SELECT p.id, p.code, p.variante, o.numero, o.depose_le, o.reponses,
      (SELECT json_agg(json_build_object('emplacement', f.emplacement, 'nom', f.nom, 'deposeLe', f.depose_le) ORDER BY f.depose_le, f.id)
        FROM fichier f WHERE f.piece_id = p.id AND f.remplace_le IS NULL AND f.analyse = 'sain') AS fichiers
    FROM dossier d
      JOIN dossier o ON o.compte_id = d.compte_id AND o.id <> d.id AND o.depose_le IS NOT NULL AND o.numero IS NOT NULL AND NOT o.restreint
        AND o.representation->>'cle' IS NOT DISTINCT FROM d.representation->>'cle'
      JOIN piece p ON p.dossier_id = o.id AND p.verdict = 'conforme'
    WHERE d.id = ${brouillon.id}::uuid
      AND (o.compte_id = ${portee.compteId}::uuid OR o.id = ANY(${confiesAvec(portee, 'voir')}::uuid[]))
      AND EXISTS (SELECT 1 FROM fichier f WHERE f.piece_id = p.id AND f.remplace_le IS NULL AND f.analyse = 'sain')
    ORDER BY o.depose_le DESC, p.id`;
  const jour = jourDe(at);
  const trouvees = new Map<string, PieceReprenable>();
  for (const { id, code, variante, numero, depose_le, reponses, fichiers } of lignes) {
    const piece = pieces.find((p) => p.code === code);
    if (!piece || trouvees.has(code)) continue;
    const jointLe = fichiers.map((f) => jourDe(new Date(f.deposeLe))).toSorted()[0] ?? jour;
    const acceptee = { code, variante, jointLe, emplacements: fichiers.map((f) => f.emplacement), reponses };
    if (!peutServirEncore(piece, acceptee, brouillon.reponses, jour)) continue;
    trouvees.set(code, { id, code, variante, numero, deposeeLe: jourDe(depose_le), noms: fichiers.map((f) => f.nom) });
  }
  return [...trouvees.values()];
}

/** The same, out of a transaction: what the screen proposes. */
export function proposees(
  portee: PorteeDossiers,
  brouillon: { id: string; reponses: Reponses },
  pieces: readonly PieceDemandee[],
  at: Date,
): Promise<PieceReprenable[]> {
  return piecesReprenables(driver(), portee, brouillon, pieces, at);
}
