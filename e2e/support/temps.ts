// Time that has passed: a test cannot wait thirty days, so the rows are made older, in the database of the portal under test.
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { baseDesEssais } from '../../scripts/paths.ts';

/** E2E_DATABASE_URL: of a portal that already runs (E2E_URL). Otherwise the one that e2e-serve has written. */
const adresse = () => process.env.E2E_DATABASE_URL ?? readFileSync(baseDesEssais, 'utf8');

async function executer(texte: string, valeurs: unknown[]): Promise<number> {
  // A day is a day of Paris, as the law counts it: in UTC, between 22 h and midnight, thirty-one days across a change of hour make thirty.
  const client = new Client({ connectionString: adresse(), options: '-c TimeZone=Europe/Paris' });
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

/** The dossier was filed so long ago that its four months of silence end in so many days (negative: have ended). */
export async function vieillirDepot(numero: string, joursAvantLeTerme: number): Promise<void> {
  const vieillis = await executer(
    `UPDATE dossier SET depose_le = date_trunc('day', now()) + interval '10 hours' + make_interval(days => $2::int) - interval '4 months' WHERE numero = $1`,
    [numero, joursAvantLeTerme],
  );
  if (vieillis !== 1) throw new Error(`${vieillis} dossier ${numero}`);
}

/** The clocks run now, as they do every night: the worker of the portal takes the job. What it writes comes a moment later. */
export async function passerUneNuit(): Promise<void> {
  const file = new PgBoss({
    connectionString: adresse(),
    schema: 'file',
    max: 1,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
  });
  file.on('error', (erreur) => console.error(erreur));
  await file.start();
  try {
    await file.send('horloge', {});
  } finally {
    await file.stop({ graceful: false });
  }
}
