// Prisma's schema engine as WebAssembly: the same SQL and the same `_prisma_migrations` table as the downloaded binary, from npm only.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineJs from '@prisma/schema-engine-wasm/schema_engine_bg';

export type SchemaFile = { path: string; content: string };
type Engine = engineJs.SchemaEngine;

/** What prisma.config.ts would call external: nothing. */
const filters = { externalTables: [], externalEnums: [] };
const moduleName = '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * The adapter cuts a script at every semicolon, which breaks function bodies, and runs the pieces on several connections.
 * Sent whole, PostgreSQL reads it by itself, in one implicit transaction: a migration that fails leaves nothing behind.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (script: string) => {
      await connection.underlyingDriver().query(script);
    };
    return connection;
  }
}

async function open(files: SchemaFile[], connectionString: string): Promise<Engine> {
  const wasm = readFileSync(join(dirname(createRequire(import.meta.url).resolve(moduleName)), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engineJs as unknown as WebAssembly.ModuleImports });
  engineJs.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const datamodels = files.map((file): [string, string] => [file.path, file.content]);
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts({ connectionString }));
  return engineJs.SchemaEngine.new({ datamodels }, () => undefined, adapter);
}

export type Migration = { name: string; sql: string };

/** Applies the migrations that the database does not have. Returns their names. */
export async function applyWithEngine(files: SchemaFile[], url: string, folder: string, lock: string, all: Migration[]): Promise<string[]> {
  const engine = await open(files, url);
  const migrationDirectories = all.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }));
  const lockfile = { path: 'migration_lock.toml', content: lock };
  const migrationsList = { baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories };
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
  return appliedMigrationNames;
}

/** SQL that leads from one schema to the other. The server of `url` is only asked for its version. */
export async function diffWithEngine(url: string, before: SchemaFile[], after: SchemaFile[]): Promise<string> {
  const engine = await open(after, url);
  const from = before.length === 0 ? ({ tag: 'empty' } as const) : ({ tag: 'schemaDatamodel', files: before } as const);
  const to = { tag: 'schemaDatamodel', files: after } as const;
  const answer = await engine.diff({ from, to, script: true, exitCode: null, filters });
  return answer.stdout ?? '';
}
