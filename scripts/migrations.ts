// Brings a database to the last migration. Several processes may ask at the same time: one works, the others wait for it.
import { Client } from 'pg';
import { migrationLock, migrations, migrationsFolder, schemaFiles } from './prisma-files.ts';
import { applyWithEngine } from './schema-engine.ts';

/** Key of the advisory lock; another one than Prisma's own (72707369), which the engine takes inside. */
const lockKey = 20_260_501;

async function applied(client: Client): Promise<Set<string>> {
  const table = await client.query("select to_regclass('public._prisma_migrations') as found");
  if (table.rows[0]?.found === null) return new Set();
  const rows = await client.query<{ migration_name: string }>(
    'select migration_name from _prisma_migrations where finished_at is not null',
  );
  return new Set(rows.rows.map((row) => row.migration_name));
}

/** Applies the missing migrations to the database of `url`. Returns their names, none when it is up to date. */
export async function migrate(url: string): Promise<string[]> {
  const all = migrations();
  if (all.length === 0) return [];
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const known = await applied(client);
    // The engine is 3 MB of WebAssembly: it is not loaded for nothing.
    if (all.every(({ name }) => known.has(name))) return [];
    return await applyWithEngine(schemaFiles(), url, migrationsFolder, migrationLock, all);
  } finally {
    await client.end();
  }
}
