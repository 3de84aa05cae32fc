// What a request begins with: what the registre knows of the demandeur, and the last request deposited for them.
import 'server-only';
import type { Representation } from '#domain/access/representation.ts';
import { jourDe } from '#domain/jour.ts';
import { faitsConnus } from '#domain/personne/faits.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import { type Anterieure, type Preremplissage, preremplir } from '#domain/procedure/preremplir.ts';
import { personneConnue } from '#features/personne/queries.ts';
import type { Sql, Tx } from '#platform/db.ts';
import { procedureDe } from '#procedures/index.ts';

type Ligne = {
  email: string;
  personne_id: string | null;
  /** of the last request: for a minor, the only link to what the registre knows of them */
  demandeur_id: string | null;
  procedure: string | null;
  procedure_version: number | null;
  numero: string | null;
  depose_le: Date | null;
  reponses: Reponses | null;
};

export type Depart = { personneId: string | null; rempli: Preremplissage };

/**
 * Two queries, in the transaction that creates the draft. A restricted request gives nothing: what it protects (an address) would be read
 * in the new one, which is not restricted yet (C40).
 */
export async function departDe(
  tx: Tx,
  { compteId, representation }: { compteId: string; representation: Representation | null },
  procedure: Procedure,
  at: Date,
): Promise<Depart> {
  const derniere = await derniereDemande(tx, compteId, representation);
  const personneId = representation ? null : derniere.personne_id;
  const connue = representation ? derniere.demandeur_id : derniere.personne_id;
  const jour = jourDe(at);
  const personne = connue ? await personneConnue(tx, connue, jour) : null;
  const rempli = preremplir(
    procedure,
    { registre: personne ? faitsConnus(personne) : {}, anterieure: anterieureDe(derniere) },
    { jour, email: derniere.email },
  );
  return { personneId, rempli };
}

async function derniereDemande(tx: Sql, compteId: string, representation: Representation | null): Promise<Ligne> {
  const [ligne] = await tx.$queryRaw<Ligne[]>`
    SELECT c.email, c.personne_id, d.personne_id AS demandeur_id, d.procedure, d.procedure_version, d.numero, d.depose_le, d.reponses
    FROM compte c LEFT JOIN LATERAL (
      SELECT * FROM dossier o WHERE o.compte_id = c.id AND o.depose_le IS NOT NULL AND NOT o.restreint
        AND o.representation->>'cle' IS NOT DISTINCT FROM ${representation?.cle ?? null}::text
      ORDER BY o.depose_le DESC LIMIT 1) d ON true
    WHERE c.id = ${compteId}::uuid`;
  if (!ligne) throw new Error(`compte ${compteId} inconnu`);
  return ligne;
}

function anterieureDe({ procedure: slug, procedure_version, numero, depose_le, reponses }: Ligne): Anterieure | null {
  const procedure = slug !== null && procedure_version !== null ? procedureDe(slug, procedure_version) : undefined;
  return procedure && numero && depose_le && reponses ? { procedure, reponses, numero, deposeeLe: jourDe(depose_le) } : null;
}
