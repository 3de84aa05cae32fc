import 'server-only';
import { ephoto, normaliserEphoto, type VerdictEphoto } from '#adapters/ephoto/ephoto.ts';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import type { CodeRefus } from '#domain/refusals.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { surBrouillon } from '#features/dossier/store.ts';
import { newId } from '#platform/ids.ts';
import { pieceAttendue } from '../televersement/queries.ts';

const REFUS_EPHOTO = {
  deja_utilise: 'ephoto_deja_utilise',
  inconnu: 'ephoto_inconnu',
  expire: 'ephoto_expire',
  format: 'ephoto_format',
} as const satisfies Record<Exclude<VerdictEphoto, 'valide'>, CodeRefus>;

type Place = { portee: PorteeDossiers; dossierId: string; piece: string };

/** "Confirmer le numéro ephoto" (S-130): asks the provider, outside of the lock, then keeps the code. Value: the code kept. */
export async function confirmerEphoto({
  portee,
  dossierId,
  piece: code,
  numero,
  at,
}: Place & { numero: string; at: Date }): Promise<Resultat<string>> {
  const verdict = await ephoto().verifier(numero);
  if (verdict !== 'valide') return refuse(REFUS_EPHOTO[verdict]);
  const valeur = normaliserEphoto(numero);
  return surBrouillon(portee, 'joindre', dossierId, async (dossier, tx) => {
    const attendue = await pieceAttendue(tx, { slug: dossier.procedure.slug, reponses: dossier.reponses }, code, at);
    if (attendue?.piece.mode.sorte !== 'code') return refuse('emplacement_inconnu');
    await tx.piece.upsert({
      where: { dossierId_code: { dossierId: dossier.id, code } },
      create: { id: newId(), dossierId: dossier.id, code, valeur },
      update: { valeur },
      select: { id: true },
    });
    return ok(valeur);
  });
}

/** "✕ SUPPRIMER" beside a confirmed code. Removing twice is not an error. */
export async function retirerEphoto({ portee, dossierId, piece }: Place): Promise<Resultat<null>> {
  return surBrouillon(portee, 'joindre', dossierId, async (dossier, tx) => {
    await tx.piece.deleteMany({ where: { dossierId: dossier.id, code: piece, valeur: { not: null }, fichiers: { none: {} } } });
    return ok(null);
  });
}
