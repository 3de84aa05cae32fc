// Time that has passed: a test cannot wait thirty days, so the rows are made older, in the database of the portal under test.
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { baseDesEssais } from '../../scripts/paths.ts';

/** E2E_DATABASE_URL: of a portal that already runs (E2E_URL). Otherwise the one that e2e-serve has written. */
const adresse = () => process.env.E2E_DATABASE_URL ?? readFileSync(baseDesEssais, 'utf8');

async function executer(texte: string, valeurs: unknown[]): Promise<number> {
  const client = new Client({ connectionString: adresse() });
  await client.connect();
  try {
    return (await client.query(texte, valeurs)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** The complement open on this dossier was asked, told and read so many days earlier. */
export async function vieillirComplement(numero: string, jours: number): Promise<void> {
  const recul = `${jours} days`;
  const vieillis = await executer(
    `UPDATE complement m SET demande_le = m.demande_le - $2::interval FROM dossier d WHERE d.id = m.dossier_id AND d.numero = $1 AND m.repondu_le IS NULL`,
    [numero, recul],
  );
  if (vieillis !== 1) throw new Error(`${vieillis} complément ouvert sur ${numero}`);
  await executer(
    `UPDATE notification n SET disponible_le = n.disponible_le - $2::interval, ouverte_le = n.ouverte_le - $2::interval
     FROM dossier d WHERE d.id = n.dossier_id AND d.numero = $1 AND n.sorte = 'demande_complement'`,
    [numero, recul],
  );
}
