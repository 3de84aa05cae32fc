// Where the schema and its migrations are, read from the disk in a stable order.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.ts';
import type { Migration, SchemaFile } from './schema-engine.ts';

export const schemaFolder = inRoot('prisma', 'schema');
export const migrationsFolder = inRoot('prisma', 'migrations');
/** The schema as it was after the last migration, one file, beside the migrations. */
export const snapshotFile = join(migrationsFolder, 'schema.prisma.snapshot');
export const migrationLock = 'provider = "postgresql"\n';

export function schemaFiles(): SchemaFile[] {
  if (!existsSync(schemaFolder)) return [];
  const names = readdirSync(schemaFolder).filter((name) => name.endsWith('.prisma'));
  return names.sort().map((name) => ({ path: join(schemaFolder, name), content: readFileSync(join(schemaFolder, name), 'utf8') }));
}

export function migrations(): Migration[] {
  if (!existsSync(migrationsFolder)) return [];
  const names = readdirSync(migrationsFolder).filter((name) => existsSync(join(migrationsFolder, name, 'migration.sql')));
  return names.sort().map((name) => ({ name, sql: readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8') }));
}
