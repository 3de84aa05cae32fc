import 'server-only';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { sienOuConfie } from '#features/dossier/queries.ts';
import { db } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import type { FichierAffiche } from '../schema.ts';

export type FichierDeReponse = FichierAffiche & { complementItemId: string };

/** The files given for these items of a complement, sent or not, oldest first. */
export async function fichiersDuComplement(portee: PorteeDossiers, complementItemIds: readonly string[]): Promise<FichierDeReponse[]> {
  const lignes = await db().fichier.findMany({
    where: { complementItemId: { in: complementItemIds.filter(isId) }, piece: { dossier: sienOuConfie(portee, 'voir') } },
    orderBy: { id: 'asc' },
    select: { id: true, emplacement: true, nom: true, taille: true, analyse: true, complementItemId: true },
  });
  return lignes.flatMap(({ analyse, complementItemId, ...fichier }) =>
    complementItemId ? [{ ...fichier, etat: analyse, complementItemId }] : [],
  );
}
