// Databases of the tests: one migrated template per state of the migrations, cloned as often as wanted, on their own server.
import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createDatabase, dropDatabase } from './databases.ts';
import { fingerprint } from './fingerprint.ts';
import { inRoot } from './paths.ts';
import { embeddedServer, type Server } from './postgres.ts';
import { migrations } from './prisma-files.ts';
import { runToEnd } from './run-to-end.ts';

export type TestServer = { server: Server; admin: string; template: string };

const running = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Databases are named `t_<pid>_…` after the process that owns them; those of dead processes are dropped, and old templates too. */
async function sweep(admin: string, template: string): Promise<void> {
  const client = new Client({ connectionString: admin });
  await client.connect();
  const rows = await client.query<{ datname: string }>("select datname from pg_database where datname ~ '^(t_[0-9]+_|modele_)'");
  await client.end();
  for (const { datname } of rows.rows) {
    const owner = /^t_(\d+)_/.exec(datname)?.[1];
    if (owner ? !running(Number(owner)) : datname !== template) await dropDatabase(admin, datname);
  }
}

/** Migrations and queues in a draft that takes the name of the template once it is complete: a template is never half made. */
async function makeTemplate(server: Server, client: Client, template: string): Promise<void> {
  const draft = `${template}_brouillon`;
  await dropDatabase(server.url('postgres'), draft);
  await createDatabase(server.url('postgres'), draft);
  const env = { ...process.env, NODE_ENV: 'test' as const, LOG_LEVEL: 'error', BOITE_DEVELOPPEMENT: 'true' };
  const urls = { DATABASE_URL: server.serviceUrl(draft), MIGRATION_DATABASE_URL: server.url(draft) };
  const complete = { ...env, ...urls, PORTAIL_SECRET: randomBytes(24).toString('hex') };
  const { code, output } = await runToEnd(process.execPath, ['--conditions=react-server', inRoot('scripts', 'template.ts')], complete);
  if (code !== 0) throw new Error(`Le modèle des bases de test n'a pas pu être fait :\n${output}`);
  // The server takes an instant to notice that the process is gone, and renames nothing that is in use.
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [draft]);
  await client.query(`alter database ${client.escapeIdentifier(draft)} rename to ${client.escapeIdentifier(template)}`);
}

/** Starts or joins the test server (fsync off: what it holds is thrown away) and makes the template ready. */
export async function testServer(): Promise<TestServer> {
  const server = await embeddedServer('postgres-test', 'tests');
  const admin = server.url('postgres');
  const hash = createHash('sha256')
    .update(JSON.stringify(migrations()))
    .update(fingerprint(['src/platform/queue.ts', 'scripts/rights.ts', 'package.json']));
  const template = `modele_${hash.digest('hex').slice(0, 12)}`;
  const client = new Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('modele'))");
    await sweep(admin, template);
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) await makeTemplate(server, client, template);
  } finally {
    await client.end();
  }
  return { server, admin, template };
}

/** A name that says which process owns the database. */
export const ownDatabase = (what: string): string => `t_${process.pid}_${what}`;
