// The link that opens a compte without a password: whoever reads the mailbox of a compte is never locked out of it.
import 'server-only';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { transaction } from '#platform/db.ts';
import { consommerJeton } from '../jetons/commands.ts';

/**
 * Uses the link up. `provisoire`: the compte has no password yet though it needs one (D-01): it opens the reset page only. Who holds a
 * visa needs none (S-037). Refuses `lien_expire`.
 */
export async function entrerParLien(jeton: string, at: Date): Promise<Resultat<{ compteId: string; provisoire: boolean }>> {
  return transaction(async (tx) => {
    const lien = await consommerJeton(tx, 'connexion', jeton, at);
    const compte = lien?.compteId
      ? await tx.compte.findUnique({ where: { id: lien.compteId }, select: { id: true, motDePasse: true, numeroVisa: true } })
      : null;
    if (!compte) return refuse('lien_expire');
    return ok({ compteId: compte.id, provisoire: compte.motDePasse === null && compte.numeroVisa === null });
  });
}
