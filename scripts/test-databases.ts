// Databases of the tests: one migrated template per state of the migrations, cloned as often as wanted, on their own server.
import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { createDatabase, dropDatabase } from './databases.ts';
import { migrate } from './migrations.ts';
import { embeddedServer, type Server } from './postgres.ts';
import { migrations } from './prisma-files.ts';

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

/** Starts or joins the test server (fsync off: what it holds is thrown away) and makes the template ready. */
export async function testServer(): Promise<TestServer> {
  const server = await embeddedServer('postgres-test', 'tests');
  const admin = server.url('postgres');
  const hash = createHash('sha256').update(JSON.stringify(migrations())).digest('hex').slice(0, 12);
  const template = `modele_${hash}`;
  await sweep(admin, template);
  await createDatabase(admin, template);
  await migrate(server.url(template));
  return { server, admin, template };
}

/** A name that says which process owns the database. */
export const ownDatabase = (what: string): string => `t_${process.pid}_${what}`;
