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
import { jointAuMessage } from './queries.ts';

/** Of a piece, which is to be judged again, or of a message of the person. Refusals: life cycle, `fichier_introuvable`. */
export async function ecarterFichier(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  { fichierId, motif }: { fichierId: string; motif: MotifEcart },
  at: Date,
): Promise<Resultat<{ piece: string | null }>> {
  if (!isId(fichierId)) return refuse('fichier_introuvable');
  return executer({ action: 'ecarter_fichier', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const select = { cle: true, piece: { select: { code: true } } };
    const fichier = await tx.fichier.findFirst({ where: { id: fichierId, piece: { dossierId: dossier.id } }, select });
    const vise = fichier ?? (await tx.messageFichier.findFirst({ where: jointAuMessage(fichierId, dossier.id), select: { cle: true } }));
    if (!vise) return refuse('fichier_introuvable');
    // the same bytes wherever this dossier holds them: in another piece, in the message that brought them
    const { cle } = vise;
    const verse = fichier ?? (await tx.fichier.findFirst({ where: { cle, piece: { dossierId: dossier.id } }, select }));
    await tx.piece.updateMany({
      where: { dossierId: dossier.id, fichiers: { some: { cle } } },
      data: { verdict: null, motif: null, observation: null, verifieeLe: null, verifieePar: null },
    });
    await rendreOrphelins(tx, { cle, piece: { dossierId: dossier.id } });
    await tx.fichierOrphelin.createMany({ data: [{ cle }], skipDuplicates: true });
    await tx.messageFichier.deleteMany({ where: { cle, message: { dossierId: dossier.id } } });
    const piece = verse?.piece.code ?? null;
    return ok({ faits: { piece, motif }, valeur: { piece } });
  });
}
