// What a test that touches the database imports. Importing it makes the database of this vitest worker: migrated, empty.
import { Pool } from 'pg';
import { inject } from 'vitest';
import { createDatabase } from '../../scripts/databases.ts';

const { admin, urlOf, template, prefix } = inject('portail');
const name = `${prefix}${process.env.VITEST_POOL_ID ?? '1'}`;

/** The database of this worker, as its owner; `#platform/db.ts` uses the same one with the role of the service. */
export const databaseUrl = urlOf.replace('*', name);
await createDatabase(admin, name, template);

// A few connections, however many statements a test sends at once: the server has two hundred of them for every worker.
const owner = new Pool({ connectionString: databaseUrl, max: 8, idleTimeoutMillis: 1000, allowExitOnIdle: true });
owner.on('error', () => {});

/** Runs one statement and returns its rows, outside of the connections of the service. */
export async function sql<Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query<Row>(text, values)).rows;
}

/**
 * Empties every table that holds a row (for `beforeEach`). Triggers are off meanwhile: append-only tables forbid it otherwise.
 * The tables of the job queue keep their queues and lose their jobs.
 */
export async function truncate(): Promise<void> {
  await sql(`do $$
    declare
      t record;
      held boolean;
      names text := '';
    begin
      set local session_replication_role = replica;
      for t in select schemaname, tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' loop
        execute format('select exists (select 1 from %I.%I)', t.schemaname, t.tablename) into held;
        if held then names := names || format(', %I.%I', t.schemaname, t.tablename); end if;
      end loop;
      if names <> '' then execute 'truncate ' || substr(names, 3) || ' restart identity cascade'; end if;
      -- the national sequence begins again
      for t in select schemaname, sequencename as tablename from pg_sequences where schemaname = 'public' and sequencename ~ '^demande_\\d+$' loop
        execute format('drop sequence %I.%I', t.schemaname, t.tablename);
      end loop;
      if to_regclass('file.job') is not null then delete from file.job; end if;
    end $$`);
}
