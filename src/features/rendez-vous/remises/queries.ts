// The titre of a dossier between its order and its hand-over, as documents, messages and the desk read it.
import 'server-only';
import { z } from 'zod';
import type { Jour } from '#domain/jour.ts';
import { type Controles, DOCUMENTS_IDENTITE, EMPREINTES, SORTS_ANCIEN_TITRE } from '#domain/titre/remise.ts';
import type { Sql } from '#platform/db.ts';

export type RemiseDite = {
  commandeLe: Date;
  recuLe: Date | null;
  numeroTitre: string | null;
  debut: Jour | null;
  fin: Jour | null;
  remisLe: Date | null;
  controles: Controles | null;
  /** who handed it over */
  par: string | null;
};

const schemaControles = z.object({
  identite: z.enum(DOCUMENTS_IDENTITE),
  ancienTitre: z.enum(SORTS_ANCIEN_TITRE),
  timbres: z.array(z.object({ numero: z.string(), montant: z.number() })),
  montantDu: z.number(),
  pieces: z.array(z.string()),
  empreintes: z.enum(EMPREINTES),
  noticeSignee: z.literal(true),
  copieRemise: z.literal(true),
});

type Ligne = Omit<RemiseDite, 'controles'> & { controles: unknown };

/** Null: no titre was ordered. */
export async function remiseDite(base: Sql, dossierId: string): Promise<RemiseDite | null> {
  const [ligne] = await base.$queryRaw<Ligne[]>`
    SELECT r.commande_le AS "commandeLe", r.recu_le AS "recuLe", r.numero_titre AS "numeroTitre", to_char(r.debut_le, 'YYYY-MM-DD') AS debut,
      to_char(r.fin_le, 'YYYY-MM-DD') AS fin, r.remis_le AS "remisLe", r.controles, a.prenom || ' ' || a.nom AS par
    FROM remise r LEFT JOIN agent a ON a.id = r.remis_par WHERE r.dossier_id = ${dossierId}::uuid`;
  return ligne ? { ...ligne, controles: schemaControles.nullable().parse(ligne.controles) } : null;
}
