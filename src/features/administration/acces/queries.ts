// The access log (R.142-22): who read which request, when, why. Never a name of the person, never a content.
import 'server-only';
import { motDeFinalite } from '#domain/access/finalites.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { db, Prisma } from '#platform/db.ts';
import { type DemandeAcces, lendemain } from './schema.ts';

export type LigneAcces = {
  id: string;
  le: Date;
  agent: string;
  email: string;
  service: string | null;
  numero: string | null;
  objet: string;
  finalite: string;
};

type Ligne = Omit<LigneAcces, 'finalite'> & { finalite: string | null };

/** One page after `demande.apres`, latest first, along the index of the instants (or of the dossier, or of the agent). */
export async function lireAcces(
  _portee: PorteeAdministration,
  { numero, agent, du, au, apres }: DemandeAcces,
  combien: number,
): Promise<LigneAcces[]> {
  const filtres = [Prisma.sql`true`];
  // arrays read once, before the log
  if (numero !== '') filtres.push(Prisma.sql`c.dossier_id = ANY(ARRAY(SELECT id FROM dossier WHERE numero = ${numero}))`);
  if (agent !== '')
    filtres.push(Prisma.sql`c.agent_id = ANY(ARRAY(SELECT id FROM agent WHERE starts_with(email, lower(${agent}))
      OR (cle_de_nom(${agent}) <> '' AND cle_de_nom(nom || ' ' || prenom) LIKE cle_de_nom(${agent}) || '%')))`);
  if (du !== null) filtres.push(Prisma.sql`c.le >= ${du}::timestamp AT TIME ZONE 'Europe/Paris'`);
  if (au !== null) filtres.push(Prisma.sql`c.le < ${lendemain(au)}::timestamp AT TIME ZONE 'Europe/Paris'`);
  if (apres !== null) filtres.push(Prisma.sql`(c.le, c.id) < (${apres.le}, ${BigInt(apres.id)})`);
  const lignes = await db().$queryRaw<Ligne[]>`
    SELECT c.id::text, c.le, a.prenom || ' ' || a.nom AS agent, a.email, c.service, d.numero, c.objet, c.finalite
    FROM consultation c JOIN agent a ON a.id = c.agent_id LEFT JOIN dossier d ON d.id = c.dossier_id
    WHERE ${Prisma.join(filtres, ' AND ')} ORDER BY c.le DESC, c.id DESC LIMIT ${combien}`;
  return lignes.map((l) => ({ ...l, finalite: motDeFinalite(l.finalite) }));
}
