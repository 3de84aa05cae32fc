// Exceptional openings, latest first: who, when, why, and what was read meanwhile. One query.
import 'server-only';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';
import { PAR_PAGE } from '../schema.ts';

export type OuvertureLue = {
  id: string;
  dossierId: string;
  numero: string;
  agent: string;
  motif: string;
  le: Date;
  finLe: Date;
  lectures: readonly { objet: string; le: string; nom: string | null }[];
};

/** `par`: those of one agent only. The data-protection role reads all of them. */
export async function ouvertures(portee: PorteeAdministration, par: string | null, avant: Date | null): Promise<OuvertureLue[]> {
  return db().$queryRaw<OuvertureLue[]>`
    SELECT b.id, b.dossier_id AS "dossierId", d.numero, a.prenom || ' ' || a.nom AS agent, b.motif, b.le, b.fin_le AS "finLe",
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('objet', c.objet, 'le', c.le, 'nom', coalesce(f.nom, o.nom)) ORDER BY c.id)
        FROM consultation c
          LEFT JOIN fichier f ON c.objet = 'fichier' AND f.id::text = c.objet_id
          LEFT JOIN document o ON c.objet = 'document' AND o.id::text = c.objet_id
        WHERE c.dossier_id = b.dossier_id AND c.agent_id = b.agent_id AND c.finalite = 'bris_de_glace' AND c.le BETWEEN b.le AND b.fin_le), '[]') AS lectures
    FROM bris_de_glace b JOIN dossier d ON d.id = b.dossier_id JOIN agent a ON a.id = b.agent_id
    WHERE (${portee.prefecture}::text IS NULL OR d.prefecture_code = ${portee.prefecture})
      AND (${par}::uuid IS NULL OR b.agent_id = ${par}::uuid) AND (${avant}::timestamptz IS NULL OR b.le < ${avant})
    ORDER BY b.le DESC LIMIT ${PAR_PAGE + 1}`;
}
