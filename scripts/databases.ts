// Databases of a server: the one to use, creating, cloning, dropping.
import { Client } from 'pg';
import { embeddedServer } from './postgres.ts';

/** `databaseUrl`: with the role of the service. `ownerUrl`: with that of the migrations (the same when only one is given). */
export type ChosenServer = { databaseUrl: string; ownerUrl: string; release: () => Promise<void> };

/** The server to use: the one of DATABASE_URL when it is given, otherwise the embedded one. `database` is created if absent. */
export async function chosenServer(name: string, database: string): Promise<ChosenServer> {
  const given = process.env.DATABASE_URL;
  if (given) return { databaseUrl: given, ownerUrl: process.env.MIGRATION_DATABASE_URL || given, release: async () => undefined };
  const server = await embeddedServer(name, 'durable');
  await createDatabase(server.url('postgres'), database);
  return { databaseUrl: server.serviceUrl(database), ownerUrl: server.url(database), release: server.release };
}

/** Creates the database when it does not exist, from a template if one is named. Safe when several processes ask at once. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [`create ${name}`]);
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) {
      await client.query(
        `create database ${client.escapeIdentifier(name)}${template ? ` template ${client.escapeIdentifier(template)}` : ''}`,
      );
    }
  } finally {
    await client.end();
  }
}

/** Drops the database, its connections included. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}
