// A file that has no place in a dossier goes, bytes and name (C37): medical secrecy is not kept by a mark on a row. What stays is that
// something was removed, from which piece, by whom.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { MotifEcart } from '#domain/dossier/evenements.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { rendreOrphelins } from '#features/pieces/analyse/commands.ts';
import { isId } from '#platform/ids.ts';
import { type DossierVu, ordreDAgent } from '../schema.ts';
import { executer } from '../store.ts';

/** The piece is to be judged again. Refusals: life cycle, `fichier_introuvable`. */
export async function ecarterFichier(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  { fichierId, motif }: { fichierId: string; motif: MotifEcart },
  at: Date,
): Promise<Resultat<{ piece: string }>> {
  if (!isId(fichierId)) return refuse('fichier_introuvable');
  return executer({ action: 'ecarter_fichier', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const fichier = await tx.fichier.findFirst({
      where: { id: fichierId, piece: { dossierId: dossier.id } },
      select: { cle: true, piece: { select: { code: true } } },
    });
    if (!fichier) return refuse('fichier_introuvable');
    // the same bytes wherever this dossier holds them: in another piece, in the message that brought them
    const { cle } = fichier;
    await tx.piece.updateMany({
      where: { dossierId: dossier.id, fichiers: { some: { cle } } },
      data: { verdict: null, motif: null, observation: null, verifieeLe: null, verifieePar: null },
    });
    await rendreOrphelins(tx, { cle, piece: { dossierId: dossier.id } });
    await tx.messageFichier.deleteMany({ where: { cle, message: { dossierId: dossier.id } } });
    const piece = fichier.piece.code;
    return ok({ faits: { piece, motif }, valeur: { piece } });
  });
}
