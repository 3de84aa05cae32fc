import 'server-only';
import type { Effet, Reponses } from '#domain/procedure/definition.ts';
import type { Tx } from '#platform/db.ts';
import { procedureDe } from '#procedures/index.ts';
import { TIENT } from '../queries.ts';
import type { Declaration } from './schema.ts';

type Ligne = { dossierId: string; numero: string; personneId: string | null; reponses: Reponses; procedure: string; version: number };
export type Acceptee = { effet: Effet; declaration: Omit<Declaration, 'at'> };

/** The accepted declaration of an event, its dossier locked; null when it has no effect, was applied, or is no more accepted. */
export async function declarationAcceptee(tx: Tx, evenementId: string): Promise<Acceptee | null> {
  const [ligne] = await tx.$queryRaw<Ligne[]>`
    SELECT d.id AS "dossierId", d.numero, coalesce(d.personne_id, c.personne_id) AS "personneId", d.reponses, d.procedure, d.procedure_version AS version
    FROM evenement e JOIN dossier d ON d.id = e.dossier_id JOIN compte c ON c.id = d.compte_id
    WHERE e.id = ${BigInt(evenementId)} AND e.type = 'decision_favorable' FOR UPDATE OF d`;
  const effet = ligne && procedureDe(ligne.procedure, ligne.version)?.effet;
  if (!ligne || !effet || ligne.personneId === null) return null;
  const { dossierId, numero, personneId, reponses } = ligne;
  if ((await tx.evenement.count({ where: { dossierId, type: 'effet_applique' } })) > 0) return null;
  const [tient] = await tx.$queryRaw<{ id: bigint }[]>`SELECT e.id FROM evenement e WHERE e.id = ${BigInt(evenementId)} AND ${TIENT}`;
  if (!tient) return null;
  return { effet, declaration: { dossierId, numero, personneId, reponses } };
}
